package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store whose process is killed a hundred times in the middle of its work is whole each time, with all that was done. */
class StoreKillIT {
    private static final int KILLS = 100;
    private static final int MOST_COMMANDS = 12;
    private static final int MOST_MILLIS = 15;

    @TempDir
    Path folder;

    @Test
    void nothingDoneIsLostAndNothingIsHalfDone() throws Exception {
        Random random = new Random();
        try (Journal journal = new Journal(folder.resolve("journal"))) {
            for (int kill = 0; kill < KILLS; kill++) {
                Process writer = writer();
                try (BufferedReader said = writer.inputReader()) {
                    assertThat(said.readLine()).as("life %s", kill).startsWith("holds ");
                    await(journal, journal.done() + 1 + random.nextInt(MOST_COMMANDS), writer);
                    Thread.sleep(random.nextInt(MOST_MILLIS));
                } finally {
                    writer.destroyForcibly().waitFor();
                }
            }
            System.out.println(KILLS + " kills, " + journal.done() + " commands");
        }
    }

    private static void await(Journal journal, long commands, Process writer) throws Exception {
        while (journal.done() < commands) {
            assertThat(writer.isAlive()).isTrue();
            Thread.sleep(1);
        }
    }

    private Process writer() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StoreWriter.class.getName(),
                        folder.toString(),
                        folder.resolve("journal").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
