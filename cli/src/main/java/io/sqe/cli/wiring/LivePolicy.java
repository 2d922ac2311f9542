package io.sqe.cli.wiring;

import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.policy.decision.PassthroughPolicy;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.TableAccess;
import io.sqe.policy.decision.TableAction;
import io.sqe.policy.file.InMemoryPolicy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The policy of a file that can be read again. Plans and results made under the last one are known by its fingerprint. */
final class LivePolicy implements PolicyEngine {
    private final AtomicReference<PolicyEngine> current;

    private LivePolicy(PolicyEngine first) {
        this.current = new AtomicReference<>(first);
    }

    /** @throws io.sqe.policy.file.PolicyFileException if the file is wrong */
    static LivePolicy read(Optional<Path> file) {
        return new LivePolicy(engine(file));
    }

    private static PolicyEngine engine(Optional<Path> file) {
        return file.<PolicyEngine>map(InMemoryPolicy::read).orElseGet(PassthroughPolicy::new);
    }

    /**
     * Reads a file and changes nothing yet.
     *
     * @return what takes it over
     * @throws io.sqe.policy.file.PolicyFileException if the file is wrong
     */
    Runnable readAgain(Optional<Path> file) {
        PolicyEngine next = engine(file);
        return () -> current.set(next);
    }

    @Override
    public TableAccess decide(Principal principal, TableName table, TableAction action) {
        return current.get().decide(principal, table, action);
    }

    @Override
    public TableAccess decide(Principal principal, NamespaceName namespace, TableAction action) {
        return current.get().decide(principal, namespace, action);
    }

    @Override
    public String fingerprint(Principal principal) {
        return current.get().fingerprint(principal);
    }
}
