package io.sqe.substrait.translation;

import io.sqe.fragment.NullTreatment;
import io.substrait.proto.FunctionOption;

/** Options of function calls; {@code relations.proto} lists them. */
final class Options {
    static final FunctionOption IGNORE_NULLS = of(NullTreatment.OPTION, NullTreatment.IGNORE);

    private Options() {}

    static FunctionOption of(String name, String value) {
        return FunctionOption.newBuilder().setName(name).addPreference(value).build();
    }
}
