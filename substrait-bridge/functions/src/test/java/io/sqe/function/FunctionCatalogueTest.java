package io.sqe.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.function.EngineForm.Clauses;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionCatalogueTest {
    private final FunctionCatalogue catalogue = FunctionCatalogue.standard();

    @Test
    void everyFunctionHasAnExampleAndASentence() {
        assertThat(catalogue.all()).allSatisfy(function -> {
            assertThat(function.examples()).as(function.name()).isNotEmpty();
            assertThat(function.documentation()).as(function.name()).endsWith(".");
        });
    }

    @Test
    void aNameIsFoundInAnyLetterCaseAndByItsAliases() {
        assertThat(catalogue.find("SubString"))
                .isEqualTo(catalogue.find("substr"))
                .hasSize(1);
        assertThat(catalogue.find("no_such_function")).isEmpty();
    }

    @Test
    void aNameInAPlanIsOneFunction() {
        assertThat(catalogue.find(SubstraitName.standard("arithmetic_decimal", "add")))
                .hasValueSatisfying(function -> assertThat(function.name()).isEqualTo("+"));
    }

    @Test
    void aFunctionThatFailsInAnExampleIsNotLeakproof() {
        assertThat(catalogue.all())
                .filteredOn(function -> function.examples().stream()
                        .anyMatch(e -> !e.errorText().isEmpty()))
                .isNotEmpty()
                .allSatisfy(function -> assertThat(function.leakage()).isEqualTo(FunctionDeclaration.Leakage.MAY_FAIL));
    }

    @Test
    void anEmptyListTakesItsCommaAlong() {
        assertThat(EngineForm.of("f($1, $2*)").apply(List.of("a"))).isEqualTo("f(a)");
        assertThat(EngineForm.of("f($1, $2*)").apply(List.of("a", "b", "c"))).isEqualTo("f(a, b, c)");
    }

    @Test
    void anInfixOperatorJoinsAnyNumberOfArguments() {
        assertThat(EngineForm.of("$1 AND $2").apply(List.of("a", "b", "c"))).isEqualTo("a AND b AND c");
    }

    @Test
    void clausesOfAnAggregateGoInsideAndBehindItsCall() {
        assertThat(EngineForm.aggregate("list")
                        .apply(List.of("a"), new Clauses("DISTINCT ", " ORDER BY b", " OVER ()")))
                .isEqualTo("list(DISTINCT a ORDER BY b) OVER ()");
    }
}
