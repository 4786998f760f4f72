package org.byenatos.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.api.security.AuditEntry;
import org.byenatos.api.security.AuditReport;
import org.byenatos.security.audit.AuditWriter.Limits;
import org.byenatos.security.file.PrivateFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditWriterTest {

    private static final Limits LIMITS = new Limits(10_000, Duration.ofMillis(20), Duration.ofSeconds(30), 1 << 20, 0);

    @TempDir
    Path home;

    private AuditFolder folder;

    @BeforeEach
    void layOut() {
        folder = new AuditFolder(home.resolve("audit"));
    }

    @Test
    void writesWhoDidWhat() throws IOException {
        write(LIMITS, entry(1));
        write(
                LIMITS,
                new AuditEntry(Instant.parse("2026-11-23T01:02:03.5Z"), "owner", null, "GET \"audit\"", null, 0, "ok"));

        List<String> lines = Files.readAllLines(folder.current());
        assertThat(lines.get(0))
                .isEqualTo("{\"seq\":1,\"at\":\"2026-11-23T00:00:01Z\",\"actor\":\"app:reader\",\"user\":\"owner\","
                        + "\"action\":\"hinata_data_submit\",\"scope\":\"hinata:write\",\"count\":1,\"outcome\":\"ok\","
                        + "\"prev\":\"" + "0".repeat(64) + "\"}");
        assertThat(lines.get(1))
                .startsWith("{\"seq\":2,\"at\":\"2026-11-23T01:02:03.500Z\",\"actor\":\"owner\","
                        + "\"action\":\"GET \\\"audit\\\"\",\"count\":0,\"outcome\":\"ok\",\"prev\":\"")
                .contains(ChainPoint.at(1, lines.get(0).getBytes(StandardCharsets.UTF_8))
                        .hash());
        assertThat(verify()).isEqualTo(new AuditReport(2, 0, List.of()));
    }

    @Test
    void linesReachTheDiskSoonWithoutClosing() throws Exception {
        AuditWriter writer = new AuditWriter(
                folder,
                new PrivateFiles(),
                new Limits(100, Duration.ofMillis(200), Duration.ofSeconds(1), 1 << 20, 0),
                Clock.systemUTC());
        writer.start();
        try {
            writer.append(entry(1));
            // The promise is one second; a machine that is busy with other builds gets more.
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (System.nanoTime() < end && lines() < 1) {
                Thread.sleep(10);
            }
            assertThat(lines()).isEqualTo(1);
        } finally {
            writer.close();
        }
    }

    @Test
    void threadsAppendInOneChain() throws Exception {
        AuditWriter writer = new AuditWriter(folder, new PrivateFiles(), LIMITS, Clock.systemUTC());
        writer.start();
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(id ->
                        new Thread(() -> IntStream.range(0, 5_000).forEach(i -> writer.append(entry(id * 10_000 + i)))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        writer.close();

        assertThat(verify()).isEqualTo(new AuditReport(40_000, 0, List.of()));
        assertThat(folder.all()).hasSizeGreaterThan(5);
    }

    @Test
    void theChainGoesOnOverRestartsAndFiles() throws IOException {
        Limits small = new Limits(100, Duration.ofMillis(1), Duration.ofSeconds(1), 600, 0);
        for (int i = 0; i < 20; i++) {
            write(small, entry(i));
        }

        assertThat(folder.all()).hasSizeGreaterThan(5);
        assertThat(verify()).isEqualTo(new AuditReport(20, 0, List.of()));
        Files.delete(folder.all().get(2));
        assertThat(verify().findings()).singleElement().asString().contains("are missing");
    }

    @Test
    void halfALineOfACrashIsKeptAsideAndTheChainGoesOn() throws IOException {
        write(LIMITS, entry(1), entry(2));
        Files.writeString(folder.current(), "{\"seq\":3,\"at\":\"20", StandardOpenOption.APPEND);
        write(LIMITS, entry(3));

        assertThat(verify()).isEqualTo(new AuditReport(3, 0, List.of()));
        assertThat(folder.torn()).hasContent("{\"seq\":3,\"at\":\"20");
    }

    @Test
    void zerosOfACrashAreKeptAsideHoweverMany() throws IOException {
        write(LIMITS, entry(1), entry(2));
        Files.write(folder.current(), new byte[(5 << 20) / 2], StandardOpenOption.APPEND);
        write(LIMITS, entry(3));

        assertThat(verify()).isEqualTo(new AuditReport(3, 0, List.of()));
        assertThat(Files.size(folder.torn())).isEqualTo((5 << 20) / 2);
    }

    @Test
    void everyChangedRemovedOrMovedLineIsFound() throws IOException {
        write(LIMITS, IntStream.range(0, 12).mapToObj(AuditWriterTest::entry).toArray(AuditEntry[]::new));
        List<String> lines = Files.readAllLines(folder.current());
        for (int i = 0; i < lines.size(); i++) {
            List<String> changed = new ArrayList<>(lines);
            changed.set(i, changed.get(i).replace("\"outcome\":\"ok\"", "\"outcome\":\"no\""));
            assertBroken(changed);

            List<String> shorter = new ArrayList<>(lines);
            shorter.remove(i);
            assertBroken(shorter);

            List<String> moved = new ArrayList<>(lines);
            Collections.swap(moved, i, (i + 1) % lines.size());
            assertBroken(moved);

            List<String> twice = new ArrayList<>(lines);
            twice.add(i, lines.get(i));
            assertBroken(twice);
        }
        Files.write(folder.current(), lines);
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void linesCutOffBetweenRunsStayInSight() throws IOException {
        write(LIMITS, entry(1), entry(2), entry(3));
        List<String> lines = Files.readAllLines(folder.current());
        Files.write(folder.current(), lines.subList(0, 1));
        write(LIMITS, entry(4));

        assertThat(verify().findings()).containsExactly("Lines 2 to 3 are missing.");
    }

    @Test
    void aDeletedLogStaysInSight() throws IOException {
        write(LIMITS, entry(1), entry(2));
        Files.delete(folder.current());
        write(LIMITS, entry(3));

        assertThat(verify().findings()).containsExactly("Lines 1 to 2 are missing.");
    }

    @Test
    void aDiskThatFailsRefusesCallsAndLosesNothingWhenItRecovers() throws Exception {
        Files.writeString(home.resolve("audit"), "a file where the folder should be");
        AuditWriter writer = new AuditWriter(
                folder,
                new PrivateFiles(),
                new Limits(5, Duration.ofMillis(1), Duration.ofMillis(50), 1 << 20, 0),
                Clock.systemUTC());
        writer.start();
        int accepted = 0;
        try {
            for (; accepted < 50; accepted++) {
                writer.append(entry(accepted));
            }
        } catch (StorageException refused) {
            assertThat(refused).hasMessageContaining("takes no more lines");
        }
        assertThat(accepted).isBetween(5, 12);

        Files.delete(home.resolve("audit"));
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end && lines() < accepted) {
            Thread.sleep(20);
        }
        writer.close();
        assertThat(verify()).isEqualTo(new AuditReport(accepted, 0, List.of()));
    }

    @Test
    void afterClosingCallsGoToTheSuccessor() {
        AuditWriter writer = new AuditWriter(folder, new PrivateFiles(), LIMITS, Clock.systemUTC());
        writer.start();
        writer.close();

        assertThatThrownBy(() -> writer.append(entry(1))).isInstanceOf(ModuleStoppedException.class);
    }

    private void assertBroken(List<String> lines) throws IOException {
        Files.write(folder.current(), lines);
        assertThat(verify().intact()).isFalse();
    }

    private void write(Limits limits, AuditEntry... entries) {
        AuditWriter writer = new AuditWriter(folder, new PrivateFiles(), limits, Clock.systemUTC());
        writer.start();
        for (AuditEntry entry : entries) {
            writer.append(entry);
        }
        writer.close();
    }

    private AuditReport verify() throws IOException {
        return AuditVerifier.verify(folder, this);
    }

    private int lines() throws IOException {
        return Files.exists(folder.current())
                ? Files.readAllLines(folder.current()).size()
                : 0;
    }

    private static AuditEntry entry(int number) {
        Instant at = Instant.parse("2026-11-23T00:00:00Z").plusSeconds(number);
        return new AuditEntry(at, "app:reader", "owner", "hinata_data_submit", "hinata:write", number, "ok");
    }
}
