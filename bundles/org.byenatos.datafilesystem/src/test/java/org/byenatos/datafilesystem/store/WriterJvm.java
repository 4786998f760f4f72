package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;

/** Starts processes of a {@link StoreWriter} with an archive of its classes: to load them is most of a short life. */
final class WriterJvm {

    private static final int COMMANDS = 20;

    private final Path folder;
    private final String classPath;

    /** @param folder where the archive is made, by a writer that ends in good order */
    WriterJvm(Path folder) throws Exception {
        this.folder = folder;
        this.classPath = jars();
        Path store = folder.resolve("store");
        Path journal = Files.createDirectories(store).resolve("journal");
        Process writer = start(store, journal, "-XX:ArchiveClassesAtExit=" + archive());
        try (Journal done = new Journal(journal);
                BufferedReader said = writer.inputReader()) {
            assertThat(said.readLine()).isEqualTo("holds 0");
            while (done.done() < COMMANDS && writer.isAlive()) {
                Thread.sleep(5);
            }
        } finally {
            writer.destroy();
            writer.waitFor();
        }
    }

    /** A process that writes to a store. */
    Process start(Path store, Path journal) throws IOException {
        return start(store, journal, "-XX:SharedArchiveFile=" + archive());
    }

    private Process start(Path store, Path journal, String archiving) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-BytecodeVerificationRemote",
                        "-XX:ArchiveRelocationMode=0",
                        archiving,
                        "-Xlog:disable",
                        "-cp",
                        classPath,
                        StoreWriter.class.getName(),
                        store.toString(),
                        journal.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Path archive() {
        return folder.resolve("writer.jsa");
    }

    /** The class path of the tests; folders, which an archive cannot be made of, as jars. */
    private String jars() {
        String tested = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        List<String> jars = new ArrayList<>();
        for (String entry : tested.split(File.pathSeparator)) {
            if (entry.isEmpty()) {
                continue;
            }
            if (Files.isDirectory(Path.of(entry))) {
                String jar = folder.resolve(jars.size() + ".jar").toString();
                ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "cf", jar, "-C", entry, ".");
                jars.add(jar);
            } else {
                jars.add(entry);
            }
        }
        return String.join(File.pathSeparator, jars);
    }
}
