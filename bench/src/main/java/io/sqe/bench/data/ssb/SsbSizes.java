package io.sqe.bench.data.ssb;

/** How many rows the dimensions have: section 2 of the specification. */
record SsbSizes(double scale) {
    private static final int CUSTOMERS = 30_000;
    private static final int SUPPLIERS = 2000;
    private static final int PARTS = 200_000;

    int customers() {
        return rows(CUSTOMERS * scale);
    }

    int suppliers() {
        return rows(SUPPLIERS * scale);
    }

    /** Grows with the logarithm of the scale; below scale 1, where that would be negative, with the scale. */
    int parts() {
        return rows(scale < 1 ? PARTS * scale : PARTS * Math.floor(1 + Math.log(scale) / Math.log(2)));
    }

    private static int rows(double count) {
        return Math.max(1, (int) Math.round(count));
    }
}
