package io.sqe.planner.parameter;

import java.util.List;

/** The values of a statement's placeholders, in the order in which these stand in its text. */
public record Parameters(List<Parameter> values) {
    public static final Parameters NONE = new Parameters(List.of());

    public Parameters {
        values = List.copyOf(values);
    }

    public static Parameters of(Parameter... values) {
        return new Parameters(List.of(values));
    }
}
