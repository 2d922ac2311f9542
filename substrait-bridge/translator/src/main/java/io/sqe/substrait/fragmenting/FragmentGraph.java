package io.sqe.substrait.fragmenting;

import io.sqe.fragment.Fragment;
import java.util.List;

/**
 * The fragments of one query, joined by exchanges.
 *
 * @param fragments inputs before those who read them, the root last; so far there is only the root
 */
public record FragmentGraph(List<Fragment> fragments) {

    public FragmentGraph {
        fragments = List.copyOf(fragments);
        if (fragments.isEmpty()) {
            throw new IllegalArgumentException("A query has at least one fragment");
        }
    }

    /** The fragment whose rows are the query's result. */
    public Fragment root() {
        return fragments.getLast();
    }
}
