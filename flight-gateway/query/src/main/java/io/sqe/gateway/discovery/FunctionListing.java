package io.sqe.gateway.discovery;

import io.sqe.function.FunctionCatalogue;
import io.sqe.function.FunctionDeclaration;
import io.sqe.function.Signature;
import io.sqe.gateway.result.ResultTable;
import io.sqe.planner.statement.LikePattern;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The result of SHOW FUNCTIONS, with Trino's column names: one row a signature, aliases under their own names. */
public final class FunctionListing {
    private FunctionListing() {}

    public static ResultTable of(Optional<LikePattern> like) {
        ResultTable result = emptyTable();
        FunctionCatalogue.standard().all().stream()
                .flatMap(FunctionListing::named)
                .filter(named -> like.isEmpty() || like.get().matches(named.name()))
                .sorted((left, right) -> left.name().compareTo(right.name()))
                .forEach(named -> named.addTo(result));
        return result;
    }

    /** The listing's columns. */
    public static ResultTable emptyTable() {
        return ResultTable.ofText("Function", "Return Type", "Argument Types", "Function Type", "Description");
    }

    private static Stream<Named> named(FunctionDeclaration function) {
        return Stream.concat(Stream.of(function.name()), function.aliases().stream())
                .map(name -> new Named(name, function));
    }

    private record Named(String name, FunctionDeclaration function) {

        void addTo(ResultTable result) {
            for (Signature signature : function.signatures()) {
                result.add(
                        name,
                        signature.result(),
                        String.join(", ", signature.arguments()) + (signature.variadic() ? " …" : ""),
                        function.kind().name().toLowerCase(Locale.ROOT),
                        function.documentation());
            }
        }
    }
}
