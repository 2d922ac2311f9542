package io.sqe.fragment;

/** The option of a window or aggregate function that says what becomes of nulls; {@code relations.proto} lists all options. */
public final class NullTreatment {
    /** The option's name. */
    public static final String OPTION = "null_treatment";
    /** The preference that leaves nulls out. */
    public static final String IGNORE = "IGNORE NULLS";
    /** The preference that counts them, as does no option at all. */
    public static final String RESPECT = "RESPECT NULLS";

    private NullTreatment() {}
}
