package io.sqe.policy.file;

/** What stands in a column's place. */
sealed interface Mask {

    /** A mask with a name and a fixed meaning. */
    enum Named implements Mask {
        /** No value at all. */
        MASK_NULL,
        /** A keyed hash: equal values stay equal, and nobody without the key can try values out. */
        MASK_HASH,
        /** Letters and digits replaced, the rest as it is. */
        MASK,
        MASK_SHOW_LAST_4,
        MASK_SHOW_FIRST_4,
        MASK_DATE_SHOW_YEAR,
        /** The value itself, unless another rule masks it. */
        MASK_NONE
    }

    /** An expression in which {@code {col}} stands for the column. */
    record Custom(String expression) implements Mask {}

    /**
     * The mask that shows nothing that either of two rules hides. Masks that each show something else have only
     * {@link Named#MASK_NULL} below them both.
     */
    static Mask combined(Mask left, Mask right) {
        if (left.equals(right) || right == Named.MASK_NONE) {
            return left;
        }
        return left == Named.MASK_NONE ? right : Named.MASK_NULL;
    }
}
