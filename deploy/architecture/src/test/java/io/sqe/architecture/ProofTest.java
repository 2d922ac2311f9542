package io.sqe.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

/** What the types prove, and what no code of ours does. */
final class ProofTest {

    @Test
    void onlySecuringMakesSecuredPlans() {
        noClasses()
                .that()
                .resideOutsideOfPackage(House.SECURING)
                .should()
                .callConstructorWhere(target(owner(simpleName("SecuredPlan"))))
                .because("to hold a SecuredPlan is the proof that row filters and masks are in it")
                .check(House.CLASSES);
    }

    @Test
    void failuresHaveATypeOfTheirOwn() {
        DescribedPredicate<JavaClass> anExceptionItself = assignableTo(Throwable.class);
        noClasses()
                .that(DescribedPredicate.not(anExceptionItself))
                .should()
                .callConstructorWhere(target(owner(DescribedPredicate.or(
                        JavaClass.Predicates.type(RuntimeException.class),
                        JavaClass.Predicates.type(Exception.class),
                        JavaClass.Predicates.type(Error.class)))))
                .check(House.CLASSES);
    }

    /** The engine's process is a program as well, and its standard output is what it says to its parent. */
    @Test
    void onlyTheProgramEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackages(House.CLI, House.ENGINE_HOST)
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(House.CLASSES);
    }

    @Test
    void onlyTheProgramWritesToTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackages(House.CLI, House.BENCH, House.ENGINE_HOST)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(House.CLASSES);
    }

    @Test
    void contextIsScopedNeverThreadLocal() {
        noFields().should().haveRawType(assignableTo(ThreadLocal.class)).check(House.CLASSES);
    }
}
