package io.sqe.bench.figure;

import java.util.Map;

/**
 * What a figure came to.
 *
 * @param values named numbers with their units in the names, in the order in which they are to be shown
 */
public record FigureResult(Figure figure, Map<String, Double> values) {}
