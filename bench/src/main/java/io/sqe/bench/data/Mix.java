package io.sqe.bench.data;

/** Random numbers that depend on nothing but what they are for, so that parts can be made apart and data twice. */
public final class Mix {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Mix() {}

    /** 64 well-mixed bits of a seed and a number: the output function of SplitMix64. */
    public static long of(long seed, long number) {
        long bits = seed + number * GOLDEN_GAMMA;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }

    /** A number from 0 to just below a bound, each equally likely. */
    public static int uniform(long bits, int bound) {
        return (int) Math.floorMod(bits, (long) bound);
    }

    /** A number from 0 to just below a bound; small ones are far likelier than large ones. */
    public static int skewed(long bits, int bound) {
        double share = (bits >>> 11) * 0x1.0p-53;
        return (int) (bound * share * share * share);
    }
}
