package io.sqe.substrait.fragmenting;

import io.sqe.fragment.Fragment;
import io.sqe.fragment.FragmentId;
import io.sqe.fragment.QueryId;
import io.sqe.substrait.binding.ExecutablePlan;
import java.util.List;

/** Cuts plans into fragments. */
public final class Fragmenting {
    private Fragmenting() {}

    /** The plan as one fragment, for one host to run whole. */
    public static FragmentGraph whole(ExecutablePlan plan, QueryId query, Fragment.Output output) {
        FragmentId id = new FragmentId(query, 0);
        return new FragmentGraph(List.of(new Fragment(id, plan.bytes(), output)));
    }
}
