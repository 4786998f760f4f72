package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two stores whose processes are killed fifty times each in the middle of their work are whole each time, with all that was
 * done. They live side by side, since a life is mostly the start of a process.
 */
@Execution(ExecutionMode.CONCURRENT)
class StoreKillIT {
    private static final int KILLS = 50;
    private static final int MOST_COMMANDS = 12;
    private static final int MOST_MILLIS = 15;

    private static WriterJvm jvm;

    @BeforeAll
    static void makeAnArchive(@TempDir Path folder) throws Exception {
        jvm = new WriterJvm(folder);
    }

    @ParameterizedTest(name = "store {0}")
    @ValueSource(ints = {1, 2})
    void nothingDoneIsLostAndNothingIsHalfDone(int store, @TempDir Path folder) throws Exception {
        Random random = new Random();
        try (Journal journal = new Journal(folder.resolve("journal"))) {
            for (int kill = 0; kill < KILLS; kill++) {
                Process writer = jvm.start(folder, folder.resolve("journal"));
                try (BufferedReader said = writer.inputReader()) {
                    assertThat(said.readLine()).as("life %s", kill).startsWith("holds ");
                    await(journal, journal.done() + 1 + random.nextInt(MOST_COMMANDS), writer);
                    Thread.sleep(random.nextInt(MOST_MILLIS));
                } finally {
                    writer.destroyForcibly().waitFor();
                }
            }
            System.out.println("store " + store + ": " + KILLS + " kills, " + journal.done() + " commands");
        }
    }

    private static void await(Journal journal, long commands, Process writer) throws Exception {
        while (journal.done() < commands) {
            assertThat(writer.isAlive()).isTrue();
            Thread.sleep(1);
        }
    }
}
