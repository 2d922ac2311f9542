package io.sqe.bench.data.clickbench;

import io.sqe.bench.data.Mix;

/**
 * A site that counts its page views.
 *
 * @param counter its {@code CounterID}
 */
record Site(int counter) {
    /** The site whose pages seven queries analyse. */
    static final Site ANALYSED = new Site(62);

    private static final Site LARGEST = new Site(3922);
    private static final int SITES = 6000;
    private static final int LARGEST_PERCENT = 15;
    private static final int ANALYSED_PERCENT = 8;

    static Site of(long bits) {
        int percent = Mix.uniform(bits >>> 32, 100);
        if (percent < LARGEST_PERCENT) {
            return LARGEST;
        }
        return percent < LARGEST_PERCENT + ANALYSED_PERCENT
                ? ANALYSED
                : new Site(100 + Mix.skewed(bits << 32 | bits >>> 32, SITES));
    }

    String domain() {
        return Words.name(counter) + Words.topLevelDomain(counter);
    }
}
