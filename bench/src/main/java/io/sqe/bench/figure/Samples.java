package io.sqe.bench.figure;

import java.util.ArrayList;
import java.util.List;

/** Measured numbers. */
final class Samples {
    private final List<Double> numbers = new ArrayList<>();

    void add(double number) {
        numbers.add(number);
    }

    /** The smallest number that a share of all numbers do not exceed. */
    double quantile(double share) {
        if (numbers.isEmpty()) {
            throw new IllegalStateException("Nothing was measured");
        }
        List<Double> sorted = numbers.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
