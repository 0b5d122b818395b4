package dev.pave;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.pave.git.GitEnvironment;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The table of {@code docs/architecture.md}. */
@AnalyzeClasses(packages = "dev.pave", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Left of the workspace: what makes a rendering. */
    private static final String[] PURE = {
        "dev.pave.problem..",
        "dev.pave.yaml..",
        "dev.pave.persona..",
        "dev.pave.catalogue..",
        "dev.pave.spec..",
        "dev.pave.plan..",
        "dev.pave.render.."
    };

    @ArchTest
    static final ArchRule PACKAGES_USE_WHAT_THE_TABLE_SAYS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("problem")
            .definedBy("dev.pave.problem..")
            .layer("yaml")
            .definedBy("dev.pave.yaml..")
            .layer("persona")
            .definedBy("dev.pave.persona..")
            .layer("catalogue")
            .definedBy("dev.pave.catalogue..")
            .layer("spec")
            .definedBy("dev.pave.spec..")
            .layer("plan")
            .definedBy("dev.pave.plan..")
            .layer("render")
            .definedBy("dev.pave.render..")
            .layer("workspace")
            .definedBy("dev.pave.workspace..")
            .layer("git")
            .definedBy("dev.pave.git..")
            .layer("lock")
            .definedBy("dev.pave.lock..")
            .layer("verify")
            .definedBy("dev.pave.verify..")
            .layer("lifecycle")
            .definedBy("dev.pave.lifecycle..")
            .layer("workbench")
            .definedBy("dev.pave.workbench..")
            .layer("cli")
            .definedBy("dev.pave.cli..")
            .whereLayer("problem")
            .mayNotAccessAnyLayer()
            .whereLayer("yaml")
            .mayOnlyAccessLayers("problem")
            .whereLayer("persona")
            .mayOnlyAccessLayers("problem")
            .whereLayer("catalogue")
            .mayOnlyAccessLayers("problem", "yaml", "persona")
            .whereLayer("spec")
            .mayOnlyAccessLayers("problem", "yaml")
            .whereLayer("plan")
            .mayOnlyAccessLayers("problem", "persona", "catalogue", "spec")
            .whereLayer("render")
            .mayOnlyAccessLayers("problem", "persona", "catalogue", "plan")
            .whereLayer("workspace")
            .mayOnlyAccessLayers("problem", "plan", "render")
            .whereLayer("git")
            .mayOnlyAccessLayers("problem", "plan", "render", "workspace")
            .whereLayer("lock")
            .mayOnlyAccessLayers("problem", "plan", "render", "git")
            .whereLayer("verify")
            .mayOnlyAccessLayers("problem", "yaml", "catalogue", "plan", "render")
            .whereLayer("lifecycle")
            .mayOnlyAccessLayers(
                    "problem", "persona", "catalogue", "spec", "plan", "render", "workspace", "git", "lock", "verify")
            .whereLayer("workbench")
            .mayOnlyAccessLayers(
                    "problem", "yaml", "persona", "catalogue", "spec", "plan", "render", "lifecycle", "verify")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .withOptionalLayers(true)
            .ensureAllClassesAreContainedInArchitecture()
            .because(
                    "data flows one way, from inputs to a commit, and a reader finds the way by the names of the packages");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("dev.pave.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that is in a cycle cannot be understood by itself");

    @ArchTest
    static final ArchRule COMMANDS_DO_NOT_TOUCH_THE_DISK_THEMSELVES = noClasses()
            .that()
            .resideInAPackage("dev.pave.cli..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.pave.workspace.NewDirectory")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.pave.workspace.WorkingTree")
            .because("a use case of lifecycle is the only way to the disk, so that no two commands write differently");

    @ArchTest
    static final ArchRule FREEMARKER_HAS_ONE_HOME = home("freemarker..", "dev.pave.render..")
            .because("the sandbox holds only where every template goes through TemplateEngine");

    @ArchTest
    static final ArchRule JGIT_HAS_ONE_HOME = home("org.eclipse.jgit..", "dev.pave.git..")
            .because(
                    "JGit reads and writes the user's configuration unless it is kept from it, which IsolatedJGit does");

    @ArchTest
    static final ArchRule PICOCLI_HAS_ONE_HOME =
            home("picocli..", "dev.pave.cli..").because("the use cases do not know who asks for them");

    @ArchTest
    static final ArchRule SNAKEYAML_HAS_ONE_HOME = home("org.snakeyaml..", "dev.pave.yaml..")
            .because("YamlReader refuses tags, aliases, depth and huge numbers; another reader would not");

    @ArchTest
    static final ArchRule COMMONMARK_HAS_ONE_HOME = home("org.commonmark..", "dev.pave.verify.validate..")
            .because("the validator of links is the only one that must read all of Markdown");

    @ArchTest
    static final ArchRule FLYWAY_HAS_ONE_HOME = home("org.flywaydb..", "dev.pave.verify.sql..")
            .because("migrations of others run only where they own nothing but their database");

    @ArchTest
    static final ArchRule POSTGRESQL_HAS_ONE_HOME = home("org.postgresql..", "dev.pave.verify.sql..")
            .because("SqlDatabase keeps each schema, and each query, within bounds");

    @ArchTest
    static final ArchRule THE_SERVER_HAS_ONE_HOME =
            home("io.zonky..", "dev.pave.verify.sql..").because("it runs once, and ends with its owner");

    @ArchTest
    static final ArchRule JACKSON_IS_WHERE_JSON_IS_WRITTEN = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.pave.cli.Terminal")
            .and()
            .doNotHaveFullyQualifiedName("dev.pave.spec.PaveSchema")
            .and()
            .resideOutsideOfPackage("dev.pave.lock..")
            .and()
            .resideOutsideOfPackage("dev.pave.verify..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..")
            .because("elsewhere a tree of maps and lists says the same and binds nobody to a library");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pave.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in")
            .orShould()
            .callMethod(System.class, "console")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .because("Terminal shows control characters instead of sending them, and --json must stay JSON");

    @ArchTest
    static final ArchRule ONLY_MAIN_ENDS_THE_PROCESS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.pave.cli.Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .because("whoever ends the process leaves half a repository behind");

    @ArchTest
    static final ArchRule THE_ENVIRONMENT_IS_READ_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pave.cli..")
            .and()
            .doNotBelongToAnyOf(GitEnvironment.class)
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .because("the same inputs give the same bytes; what git takes from the process, GitEnvironment names");

    @ArchTest
    static final ArchRule NOTHING_LEFT_OF_THE_WORKSPACE_KNOWS_THE_TIME_OR_CHANCE = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(
                    belongToAnyOf(Clock.class, Date.class, Calendar.class, Random.class, SecureRandom.class))
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .because("the same inputs give the same bytes, whenever and wherever");

    @ArchTest
    static final ArchRule NOTHING_LEFT_OF_THE_WORKSPACE_WRITES_A_FILE = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethodWhere(
                    target(owner(type(Files.class)))
                            .and(
                                    target(
                                            nameMatching(
                                                    "write.*|create.*|copy|move|delete.*|set.*|new(Buffered)?(Writer|OutputStream)|newByteChannel"))))
            .orShould()
            .dependOnClassesThat(
                    belongToAnyOf(File.class, FileOutputStream.class, FileWriter.class, RandomAccessFile.class))
            .because("a render is pure; workspace writes it, all or nothing");

    @ArchTest
    static final ArchRule MAVEN_HAS_ONE_HOME = home("org.apache.maven..", "dev.pave.verify.build..")
            .because("a build runs code of a repository: it is asked for by name, and found in one place");

    @ArchTest
    static final ArchRule NOTHING_TALKS_TO_THE_NETWORK_OR_STARTS_A_PROCESS = noClasses()
            .that(are(
                    "neither ssh nor a build",
                    type -> !type.getName().startsWith("dev.pave.git.SystemSsh")
                            && !type.getName().equals("dev.pave.verify.build.ShellBuild")))
            .should()
            .dependOnClassesThat(resideInAPackage("java.net..")
                    .and(not(belongToAnyOf(URI.class, URISyntaxException.class, URLConnection.class))))
            .orShould()
            .dependOnClassesThat(belongToAnyOf(ProcessBuilder.class, Process.class))
            .because(
                    "Pave works without a network, unless a description names templates that are elsewhere, which JGit fetches; it runs nothing"
                            + " that is not its own but what 'verify --build' asks for, and ssh, which has the user's keys");

    @ArchTest
    static final ArchRule VALUES_OF_THE_DOMAIN_HAVE_NO_SETTERS = classes()
            .that(are("records", JavaClass::isRecord))
            .should()
            .haveOnlyFinalFields()
            .because("a value that does not change can be shared");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        assertThat(packages(classes))
                .isNotEmpty()
                .as("null does not travel: the compiler is told so in every package-info")
                .allMatch(javaPackage -> javaPackage.isAnnotatedWith(NullMarked.class));
    }

    private static Stream<JavaPackage> packages(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackage).distinct();
    }

    private static ArchRule home(String library, String owner) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(owner)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static DescribedPredicate<JavaClass> are(String what, Predicate<JavaClass> test) {
        return DescribedPredicate.describe("are " + what, test);
    }
}
