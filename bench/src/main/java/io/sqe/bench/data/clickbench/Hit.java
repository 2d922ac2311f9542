package io.sqe.bench.data.clickbench;

import io.sqe.bench.data.Mix;

/**
 * A page view: the facts that several columns tell of. Everything about it follows from its number.
 *
 * @param number counts from 0
 * @param site the site that was viewed
 * @param page the page of the site
 * @param visitor who viewed it, as a number from 0 that is the smaller the more pages they view
 * @param searched whether they came from a search
 */
record Hit(long number, Site site, Page page, int visitor, boolean searched) {
    private static final long SEED = 20130701;
    private static final int VISITORS = 1_700_000;

    /** 2013-07-01 00:00:00 UTC. */
    private static final long JULY_BEGINS = 1_372_636_800;

    private static final int SECONDS_OF_JULY = 31 * 24 * 3600;

    /** The first hits come second by second: whoever sorts by time finds no ties at the top. */
    private static final int HITS_ONE_BY_ONE = 1000;

    /** The visitor that a query looks up. */
    private static final int SOUGHT_VISITOR = 1234;

    private static final long SOUGHT_USER = 435_090_932_899_640_449L;

    static Hit of(long number) {
        Site site = Site.of(bits(number, 1));
        boolean early = number < HITS_ONE_BY_ONE;
        Page page = early && number % 25 == 0 ? Page.ofGoogle(site, bits(number, 2)) : Page.of(site, bits(number, 2));
        int visitor = Mix.skewed(bits(number, 3), VISITORS);
        return new Hit(number, site, page, visitor, Mix.uniform(bits(number, 4), 100) < 13);
    }

    /** A number from 0 to just below a bound, each equally likely; other purposes have other numbers. */
    int uniform(int purpose, int bound) {
        return Mix.uniform(bits(number, purpose), bound);
    }

    /** A number from 0 to just below a bound; small ones are far likelier than large ones. */
    int skewed(int purpose, int bound) {
        return Mix.skewed(bits(number, purpose), bound);
    }

    /** True in so many of a hundred hits. */
    boolean chance(int purpose, int percent) {
        return uniform(purpose, 100) < percent;
    }

    long identity(int purpose) {
        return bits(number, purpose) >>> 1;
    }

    long userId() {
        return visitor == SOUGHT_VISITOR ? SOUGHT_USER : Mix.of(SEED + 5, visitor) >>> 1;
    }

    /** What a visitor's own hits have in common, such as the screen. */
    int ofVisitor(int purpose, int bound) {
        return Mix.uniform(Mix.of(SEED + purpose, visitor), bound);
    }

    long epochSecond() {
        if (number < HITS_ONE_BY_ONE) {
            return JULY_BEGINS + number;
        }
        return JULY_BEGINS + HITS_ONE_BY_ONE + uniform(6, SECONDS_OF_JULY - HITS_ONE_BY_ONE);
    }

    int epochDay() {
        return (int) Math.floorDiv(epochSecond(), 24L * 3600);
    }

    private static long bits(long number, int purpose) {
        return Mix.of(Mix.of(SEED, purpose), number);
    }
}
