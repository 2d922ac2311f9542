package io.sqe.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** How types are called and packages introduced. */
final class NamesTest {

    @Test
    void typesAreNamedForWhatTheyAre() {
        noClasses()
                .should()
                .haveNameMatching(".*\\.\\w+(Utils?|Helper|Common|Manager|Impl)")
                .orShould()
                .haveNameMatching(".*\\.Abstract[A-Z]\\w*")
                .because("a name says what a thing is; see the rules for names in CONTRIBUTING.md")
                .check(House.CLASSES);
    }

    @Test
    void exceptionsSayThatTheyAre() {
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameEndingWith("Exception")
                .because("the cases of a sealed family, nested in it, are named for what happened")
                .check(House.CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = House.CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        Assertions.assertThat(unmarked).isEmpty();
    }
}
