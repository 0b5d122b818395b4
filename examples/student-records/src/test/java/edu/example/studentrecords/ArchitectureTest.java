package edu.example.studentrecords;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = ArchitectureTest.class.getPackageName();
    private static final String PLATFORM = ROOT + ".platform..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void resourcesDoNotKnowEachOther() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage(PLATFORM))
                .because("a resource can then be changed, moved or removed by itself")
                .check(CLASSES);
    }

    @Test
    void platformKnowsNoResource() {
        classes()
                .that()
                .resideInAPackage(PLATFORM)
                .should()
                .onlyDependOnClassesThat(resideInAPackage(PLATFORM).or(not(resideInAPackage(ROOT + ".."))))
                .because("what is shared must not follow the changes of one resource")
                .check(CLASSES);
    }

    @Test
    void onlyRepositoriesSpeakToTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackage(PLATFORM)
                .and()
                .haveSimpleNameNotEndingWith("Repository")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..")
                .because("statements are then reviewed in one place per resource")
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .because("a constructor shows what a class needs")
                .check(CLASSES);
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("requests run at the same time")
                .check(CLASSES);
    }
}
