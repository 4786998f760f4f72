package org.byenatos.distribution;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.PspRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house, over the compiled classes of every bundle. */
class ArchitectureTest {

    private static final Path BUNDLES = Path.of("..", "..", "bundles");
    private static final JavaClasses HOUSE = importAll();

    static Stream<String> modules() {
        return bundles().filter(name -> !name.equals("org.byenatos.api") && !name.startsWith("org.byenatos.lib."));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aBundleImportsTheApiAndLibrariesAndNeverAnotherBundle(String bundle) {
        classes()
                .that()
                .resideInAPackage(bundle + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(bundle + "..", "org.byenatos.api..")
                        .or(not(resideInAPackage("org.byenatos.."))))
                .check(HOUSE);
    }

    @Test
    void theApiKnowsNoLibrary() {
        classes()
                .that()
                .resideInAPackage("org.byenatos.api..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("org.byenatos.api..", "java..", "org.osgi.annotation..", "org.jspecify.."))
                .check(HOUSE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.byenatos.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jakarta.servlet..", "org.osgi.service.servlet.."})
    void onlyGatewaysAndConsoleKnowServlets(String servlets) {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.byenatos.gateway..", "org.byenatos.console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(servlets)
                .check(HOUSE);
    }

    @Test
    void onlyTheDataFileSystemKnowsTheDatabaseAndTheIndex() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.byenatos.datafilesystem..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.apache.derby..", "org.apache.lucene..")
                .check(HOUSE);
    }

    @Test
    void onlyTheEngineKnowsTheRuntimeOfModels() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.byenatos.ai.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "ai.onnxruntime..")
                .check(HOUSE);
    }

    @Test
    void onePlaceKnowsTheDialect() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.byenatos.datafilesystem.derby..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.derby..")
                .check(HOUSE);
    }

    /**
     * What a caller may see is decided in one place, from the scopes that the door has checked. Attention has no caller: it
     * weighs who may read two records, and only jobs use it.
     */
    @Test
    void onlyTheDoorDecidesWhatMayBeSeen() {
        noClasses()
                .that()
                .resideInAPackage("org.byenatos.virtualcore.gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.byenatos.virtualcore.attention..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("org.byenatos.virtualcore..")
                .and()
                .resideOutsideOfPackage("org.byenatos.virtualcore.attention..")
                .and()
                .doNotHaveSimpleName("DataAccess")
                .should()
                .callConstructorWhere(target(owner(type(Visibility.class))))
                .orShould()
                .accessField(Visibility.class, "EVERYTHING")
                .check(HOUSE);
    }

    /** Reads that carry no visibility are for what keeps the records, not for what answers callers. */
    @ParameterizedTest
    @ValueSource(strings = {"changesAfter", "lastSeq", "pending", "count"})
    void callsReadRecordsOnlyWithinWhatMayBeSeen(String method) {
        noClasses()
                .that()
                .resideInAPackage("org.byenatos.virtualcore.gateway..")
                .should()
                .callMethodWhere(target(owner(type(HinataStorage.class))).and(target(name(method))))
                .check(HOUSE);
    }

    /** The core sends nothing anywhere and fetches nothing for anybody. */
    @Test
    void nobodyCallsOut() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.net.URLConnection.class,
                        java.net.Socket.class,
                        java.net.DatagramSocket.class,
                        java.nio.channels.SocketChannel.class)
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .check(HOUSE);
    }

    @Test
    void callsReadStatementsOnlyThroughTheMemory() {
        noClasses()
                .that()
                .resideInAPackage("org.byenatos.virtualcore.gateway..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PspRepository.class)
                .check(HOUSE);
    }

    private static Stream<String> bundles() {
        try (Stream<Path> folders = Files.list(BUNDLES)) {
            List<String> names = folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
            return names.stream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static JavaClasses importAll() {
        List<Path> folders = bundles()
                .filter(name -> !name.startsWith("org.byenatos.lib."))
                .map(name -> BUNDLES.resolve(name).resolve("target").resolve("classes"))
                .filter(Files::isDirectory)
                .toList();
        return new ClassFileImporter().importPaths(folders);
    }
}
