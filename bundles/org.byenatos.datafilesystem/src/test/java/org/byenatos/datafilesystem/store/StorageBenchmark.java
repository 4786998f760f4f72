package org.byenatos.datafilesystem.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.TestStores;
import org.byenatos.datafilesystem.derby.DerbyEngine;

/**
 * A program that times durable submissions beside the least that a database can do with the same bytes: one insert a record into
 * a table with a number and a text, encrypted and forced to disk alike. Rounds take turns, so that a busy machine slows both; the
 * ratio is what counts. Run it with the options of the distribution's JVM. Its argument is a number of rounds.
 */
final class StorageBenchmark {
    private static final PrintStream OUT = System.out;
    private static final int ROUND = 2000;
    private static final String[] WORDS =
            ("the river was cold this morning and nobody had rowed yet so we waited for the mist to lift and talked of bread"
                            + " 早上 河水 很冷 大家 都在 等雾 散开 然后 说起 面包")
                    .split(" ");

    private final Codec codec = new Codec();
    private final JceVault vault = new JceVault();
    private final Path folder;
    private int made;
    private int jobs;

    private StorageBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] rounds) throws IOException, SQLException {
        OUT.println(System.getProperty("java.version") + ", " + System.getProperty("java.vm.info"));
        Path folder = Files.createTempDirectory("storage-benchmark");
        try {
            new StorageBenchmark(folder).run(rounds.length == 0 ? 5 : Integer.parseInt(rounds[0]));
        } finally {
            TestStores.delete(folder);
        }
    }

    private void run(int rounds) throws SQLException {
        for (int size : new int[] {500, 1}) {
            double raw = 0;
            double ours = 0;
            for (int round = 0; round < rounds; round++) {
                List<HinataRecord> records =
                        IntStream.range(0, ROUND).mapToObj(i -> record(made++)).toList();
                double rawNow = raw(records, size);
                double oursNow = ours(records, size);
                OUT.printf(Locale.ROOT, "batches of %3d: raw %,8.0f/s, submit %,8.0f/s%n", size, rawNow, oursNow);
                // What the first rounds take is the JVM's warming up.
                raw += round < rounds / 2 ? 0 : 1 / rawNow;
                ours += round < rounds / 2 ? 0 : 1 / oursNow;
            }
            OUT.printf(
                    Locale.ROOT,
                    "batches of %3d: submit takes %.1f times what the raw insert takes%n",
                    size,
                    ours / raw);
        }
    }

    /** Records a second. */
    private double ours(List<HinataRecord> records, int size) {
        try (Store store = TestStores.openOrMake(folder.resolve("ours"), vault, Duration.ofSeconds(10))) {
            store.hinata().submit("owner", "app", records.subList(0, 1), "job-" + jobs++);
            long begin = System.nanoTime();
            for (int from = 0; from < records.size(); from += size) {
                store.hinata().submit("owner", "app", records.subList(from, from + size), "job-" + jobs++);
            }
            return perSecond(records.size(), begin);
        }
    }

    private double raw(List<HinataRecord> records, int size) throws SQLException {
        List<byte[]> texts = records.stream().map(codec::write).toList();
        try (DerbyEngine engine = TestStores.engine(folder.resolve("raw"), vault);
                Connection connection = engine.connect()) {
            makeTable(connection);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO texts VALUES (?, ?)")) {
                long begin = System.nanoTime();
                for (int from = 0; from < texts.size(); from += size) {
                    for (int i = from; i < from + size; i++) {
                        insert.setLong(1, made - ROUND + i);
                        insert.setBytes(2, texts.get(i));
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    connection.commit();
                }
                return perSecond(texts.size(), begin);
            }
        }
    }

    private static void makeTable(Connection connection) throws SQLException {
        boolean there =
                connection.getMetaData().getTables(null, null, "TEXTS", null).next();
        if (!there) {
            try (Statement statement = connection.createStatement()) {
                // As the store's.
                statement.execute("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.storage.pageSize', '4096')");
                statement.execute(
                        "CREATE TABLE texts (number BIGINT NOT NULL PRIMARY KEY, content BLOB(16M) NOT NULL)");
            }
        }
        connection.commit();
    }

    private static double perSecond(int records, long begin) {
        return records / ((System.nanoTime() - begin) / 1e9);
    }

    private static HinataRecord record(int number) {
        return new HinataRecord(
                "bench-" + number,
                Instant.ofEpochSecond(1_700_000_000L + 420L * number),
                number % 3 == 0 ? "browser" : "kindle",
                words(number, 14),
                words(~number, 30),
                "https://bench.example/page/" + number / 20 + "#" + number,
                List.of("bench", "t" + number % 50),
                Access.SHARED,
                null,
                null,
                null,
                null);
    }

    private static String words(int seed, int count) {
        StringBuilder text = new StringBuilder();
        int at = seed;
        for (int i = 0; i < count; i++) {
            at = at * 1103515245 + 12345;
            text.append(WORDS[Math.floorMod(at >> 8, WORDS.length)]).append(' ');
        }
        return text.toString().strip();
    }
}
