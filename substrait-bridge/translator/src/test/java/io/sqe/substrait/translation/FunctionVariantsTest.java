package io.sqe.substrait.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.function.FunctionCatalogue;
import io.sqe.function.FunctionDeclaration;
import io.sqe.function.Signature;
import io.sqe.function.SubstraitExtension;
import io.sqe.planner.function.ResolvedFunction;
import io.sqe.substrait.translation.FunctionReferences.Variant;
import io.substrait.extension.DefaultExtensionCatalog;
import io.substrait.extension.SimpleExtension;
import io.substrait.extension.SimpleExtension.ExtensionCollection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.Test;

class FunctionVariantsTest {
    private static final ExtensionCollection EXTENSIONS = DefaultExtensionCatalog.DEFAULT_COLLECTION.merge(
            SimpleExtension.load(SubstraitExtension.yaml(FunctionCatalogue.standard())));
    private static final SqlTypeFactoryImpl TYPES = new SqlTypeFactoryImpl(RelDataTypeSystem.DEFAULT);

    @Test
    void everyVariantThatPlansNameIsDeclaredInAnExtension() {
        Set<Variant> declared = Stream.of(
                        EXTENSIONS.scalarFunctions(), EXTENSIONS.aggregateFunctions(), EXTENSIONS.windowFunctions())
                .flatMap(List::stream)
                .map(function -> new Variant(function.urn(), function.key()))
                .collect(Collectors.toSet());
        Set<Variant> named = FunctionCatalogue.standard().all().stream()
                .flatMap(FunctionVariantsTest::variants)
                .collect(Collectors.toSet());
        assertThat(declared).containsAll(named);
        assertThat(named).hasSizeGreaterThan(250);
    }

    private static Stream<Variant> variants(FunctionDeclaration function) {
        return function.signatures().stream().flatMap(signature -> {
            boolean isOpen = signature.arguments().contains("integral")
                    || signature.arguments().contains("number");
            Stream<SqlTypeName> types = isOpen
                    ? Stream.of(SqlTypeName.TINYINT, SqlTypeName.SMALLINT, SqlTypeName.INTEGER, SqlTypeName.BIGINT)
                    : Stream.of(SqlTypeName.INTEGER);
            return types.map(type -> FunctionVariants.find(resolved(function, signature, TYPES.createSqlType(type))));
        });
    }

    private static ResolvedFunction resolved(FunctionDeclaration function, Signature signature, RelDataType type) {
        return new ResolvedFunction(
                function,
                signature,
                signature.arguments().stream().map(any -> type).toList());
    }
}
