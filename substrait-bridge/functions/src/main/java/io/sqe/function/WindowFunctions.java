package io.sqe.function;

import static io.sqe.function.Declaring.window;

import java.util.List;

/** Functions of a row's place among others. */
final class WindowFunctions {
    private static final List<String> TIED = List.of("1", "1", "2");

    static final List<FunctionDeclaration> ALL = List.of(
            window("row_number")
                    .standard("arithmetic", "row_number")
                    .gives("bigint")
                    .answersOver(TIED, "1 2 3")
                    .says("The row's number in its partition, from 1."),
            window("rank")
                    .standard("arithmetic", "rank")
                    .gives("bigint")
                    .answersOver(TIED, "1 1 3")
                    .says("One more than the number of rows before the row's peers."),
            window("dense_rank")
                    .standard("arithmetic", "dense_rank")
                    .gives("bigint")
                    .answersOver(TIED, "1 1 2")
                    .says("The number of the row's group of peers, from 1."),
            window("percent_rank")
                    .standard("arithmetic", "percent_rank")
                    .gives("double")
                    .answersOver(TIED, "0.0 0.0 1.0")
                    .says("The rank as a share between 0 and 1."),
            window("cume_dist")
                    .standard("arithmetic", "cume_dist")
                    .gives("double")
                    .answersOver(TIED, "0.6666666666666666 0.6666666666666666 1.0")
                    .says("The share of rows that are not after the row."),
            window("ntile")
                    .standard("arithmetic", "ntile")
                    .gives("bigint", "integer")
                    .mayFail()
                    .answersOver(TIED, "1 1 2", "2")
                    .says("The number of the row's bucket, of so many of equal size."),
            offset("lag", "NULL 1 1", "earlier"),
            offset("lead", "1 2 NULL", "later"),
            window("first_value")
                    .standard("arithmetic", "first_value")
                    .gives("$1", "any")
                    .answersOver(TIED, "1 1 1", "x")
                    .says("The value in the frame's first row."),
            window("last_value")
                    .standard("arithmetic", "last_value")
                    .gives("$1", "any")
                    .answersOver(TIED, "1 1 2", "x")
                    .says("The value in the frame's last row."),
            window("nth_value")
                    .standard("arithmetic", "nth_value")
                    .gives("$1", "any", "integer")
                    .mayFail()
                    .answersOver(TIED, "NULL NULL 2", "x", "3")
                    .says("The value in the frame's row of that number."));

    private WindowFunctions() {}

    private static FunctionDeclaration offset(String name, String answer, String where) {
        return window(name)
                .standard("arithmetic", name)
                .gives("$1", "T")
                .gives("$1", "T", "integer")
                .gives("$1", "T", "integer", "T")
                .answersOver(TIED, answer, "x")
                .says("The value one row " + where + ", or so many; null, or the default, where there is no such row.");
    }
}
