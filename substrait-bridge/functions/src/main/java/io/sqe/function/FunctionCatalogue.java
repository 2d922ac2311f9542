package io.sqe.function;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All functions there are. */
public final class FunctionCatalogue {
    private static final FunctionCatalogue STANDARD = new FunctionCatalogue(Stream.of(
                    Operators.ALL,
                    MathFunctions.ALL,
                    StringFunctions.ALL,
                    PatternFunctions.ALL,
                    BinaryFunctions.ALL,
                    DateTimeFunctions.ALL,
                    TimeFormatFunctions.ALL,
                    JsonFunctions.ALL,
                    CollectionFunctions.ALL,
                    ConditionalFunctions.ALL,
                    AggregateFunctions.ALL,
                    WindowFunctions.ALL)
            .flatMap(List::stream)
            .toList());

    private final List<FunctionDeclaration> all;
    private final Map<String, List<FunctionDeclaration>> byName = new LinkedHashMap<>();
    private final Map<SubstraitName, FunctionDeclaration> bySubstraitName = new HashMap<>();

    private FunctionCatalogue(List<FunctionDeclaration> all) {
        this.all = List.copyOf(all);
        for (FunctionDeclaration function : all) {
            function.names()
                    .forEach(name -> byName.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(function));
            if (bySubstraitName.put(function.substrait(), function) != null) {
                throw new IllegalStateException("Two functions are " + function.substrait() + " in plans");
            }
        }
    }

    /** The functions that SQE knows. */
    public static FunctionCatalogue standard() {
        return STANDARD;
    }

    public List<FunctionDeclaration> all() {
        return all;
    }

    /** The functions of a topic, in the order in which they are declared. */
    public List<FunctionDeclaration> about(FunctionTopic topic) {
        return switch (topic) {
            case NUMBERS -> MathFunctions.ALL;
            case STRINGS ->
                Stream.concat(StringFunctions.ALL.stream(), PatternFunctions.ALL.stream())
                        .toList();
            case TIMES ->
                Stream.concat(DateTimeFunctions.ALL.stream(), TimeFormatFunctions.ALL.stream())
                        .toList();
        };
    }

    /** The functions of a name or alias, letter case ignored; more than one if they differ by argument types. */
    public List<FunctionDeclaration> find(String sqlName) {
        return List.copyOf(byName.getOrDefault(sqlName.toLowerCase(Locale.ROOT), List.of()));
    }

    /** The function that a plan names so. */
    public Optional<FunctionDeclaration> find(SubstraitName name) {
        return Optional.ofNullable(bySubstraitName.get(name));
    }
}
