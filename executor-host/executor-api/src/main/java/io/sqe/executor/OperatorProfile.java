package io.sqe.executor;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What one operator of the engine did.
 *
 * @param time processor time in this operator, its inputs not counted
 * @param rows rows it put out
 * @param bytesRead bytes that this operator and its inputs read from storage, where the engine tells; 0 elsewhere
 * @param details facts in the engine's own words, such as the condition of a join
 */
public record OperatorProfile(
        String name,
        Duration time,
        long rows,
        long bytesRead,
        Map<String, String> details,
        List<OperatorProfile> inputs) {

    public OperatorProfile {
        details = Map.copyOf(details);
        inputs = List.copyOf(inputs);
    }
}
