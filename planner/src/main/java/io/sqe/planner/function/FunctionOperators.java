package io.sqe.planner.function;

import io.sqe.function.FunctionCatalogue;
import io.sqe.function.FunctionDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;

/** The functions of the catalogue as operators that the validator resolves calls to. Immutable; made once. */
public final class FunctionOperators {
    private static final FunctionOperators STANDARD = new FunctionOperators(FunctionCatalogue.standard());

    private final FunctionCatalogue catalogue;
    private final SqlOperatorTable table;
    private final IdentityHashMap<SqlOperator, List<FunctionDeclaration>> declarations = new IdentityHashMap<>();

    private FunctionOperators(FunctionCatalogue catalogue) {
        this.catalogue = catalogue;
        List<SqlOperator> operators = new ArrayList<>(StandardOperators.all());
        operators.addAll(StandardOperators.ofLibraries());
        StandardOperators.declaredNames().forEach((operator, name) -> declarations.put(operator, catalogue.find(name)));
        Set<String> taken = new HashSet<>();
        operators.stream()
                .filter(FunctionOperators::isCalled)
                .forEach(operator -> taken.add(operator.getName().toLowerCase(Locale.ROOT)));
        byName(catalogue).forEach((name, functions) -> {
            if (taken.add(name)) {
                SqlOperator operator = DeclaredOperators.of(name, functions);
                operators.add(operator);
                declarations.put(operator, functions);
            }
        });
        table = new OperatorsByName(operators);
    }

    /** {@code MAP[k, v]} takes no name from the function {@code map(keys, values)}, nor a period's CONTAINS from {@code contains}. */
    private static boolean isCalled(SqlOperator operator) {
        return OperatorsByName.isWrittenAs(operator, SqlSyntax.FUNCTION);
    }

    private static Map<String, List<FunctionDeclaration>> byName(FunctionCatalogue catalogue) {
        Map<String, List<FunctionDeclaration>> functions = new LinkedHashMap<>();
        for (FunctionDeclaration declaration : catalogue.all()) {
            declaration.names().stream()
                    .filter(name -> !FunctionDeclaration.isOperator(name))
                    .forEach(name -> functions.put(name, catalogue.find(name)));
        }
        return functions;
    }

    /** The operators of the standard catalogue. */
    public static FunctionOperators standard() {
        return STANDARD;
    }

    /** What the validator looks functions up in. */
    public SqlOperatorTable table() {
        return table;
    }

    /** The operator that a call by this name is of, if it is of a function that the catalogue declares. */
    public Optional<SqlOperator> called(String name) {
        return table.getOperatorList().stream()
                .filter(operator -> operator.getName().equalsIgnoreCase(name))
                .filter(FunctionOperators::isCalled)
                .filter(operator -> !declarations(operator).isEmpty())
                .findFirst();
    }

    /** The functions that calls of an operator can mean. */
    List<FunctionDeclaration> declarations(SqlOperator operator) {
        return declarations.getOrDefault(operator, List.of());
    }

    /** What a call of an operator means; empty if the catalogue does not say. */
    public Optional<ResolvedFunction> resolve(
            SqlOperator operator, List<RelDataType> arguments, RelDataTypeFactory types) {
        return resolve(declarations(operator), arguments, types);
    }

    /** What a call of the function of that name means, whether SQL writes it so or not. */
    public Optional<ResolvedFunction> resolve(String name, List<RelDataType> arguments, RelDataTypeFactory types) {
        return resolve(catalogue.find(name), arguments, types);
    }

    private static Optional<ResolvedFunction> resolve(
            List<FunctionDeclaration> candidates, List<RelDataType> arguments, RelDataTypeFactory types) {
        return Resolution.of(candidates, arguments, types).map(resolution -> resolution.function(types));
    }
}
