package io.sqe.gateway.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Whether this server should be sent queries, and if not why. Safe for use by many threads. */
public final class Readiness {
    private final Map<String, BooleanSupplier> checks;
    private final AtomicReference<State> state = new AtomicReference<>(State.STARTING);

    /** @param checks by name, quick to ask */
    public Readiness(Map<String, BooleanSupplier> checks) {
        this.checks = new LinkedHashMap<>(checks);
    }

    public void moveTo(State next) {
        state.set(next);
    }

    public State state() {
        return state.get();
    }

    /** All checks with their answers, the server's own state first. */
    Map<String, Boolean> answers() {
        Map<String, Boolean> answers = new LinkedHashMap<>();
        answers.put("initialized", state() != State.STARTING);
        answers.put("accepting_queries", state() != State.DRAINING);
        checks.forEach((name, check) -> answers.put(name, check.getAsBoolean()));
        return answers;
    }

    static List<String> failed(Map<String, Boolean> answers) {
        return answers.entrySet().stream()
                .filter(answer -> !answer.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Where a server is in its life. */
    public enum State {
        STARTING,
        SERVING,
        /** It ends: what runs may go on, nothing new comes. */
        DRAINING
    }
}
