package org.byenatos.datafilesystem.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.byenatos.api.error.StorageException;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.TestStores;
import org.byenatos.datafilesystem.derby.DerbyEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final String INSERT = "INSERT INTO things (name) VALUES (?)";

    @TempDir
    private Path folder;

    private DerbyEngine engine;
    private Database database;

    @BeforeEach
    void open() {
        TestStores.open(folder, new JceVault()).close();
        engine = TestStores.engine(folder, new JceVault());
        database = new Database(engine, 2);
        database.write(session -> session.change("CREATE TABLE things (name VARCHAR(9))"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFailureUndoesAll() {
        assertThatThrownBy(() -> database.write(session -> {
                    session.change(INSERT, "one");
                    throw new IllegalStateException("in the middle");
                }))
                .hasMessage("in the middle");
        assertThatThrownBy(() -> database.write(session -> session.change(INSERT, "one") + session.change("BROKEN")))
                .isInstanceOf(StorageException.class);

        assertThat(names()).isEmpty();
    }

    @Test
    void theMessageOfAFailureHoldsNoValue() {
        assertThatThrownBy(() -> database.write(session -> session.change(INSERT, "a value that is too long")))
                .isInstanceOf(StorageException.class)
                .hasNoCause()
                .hasMessageNotContaining("value that");
    }

    @Test
    void aVictimIsRepeated() {
        AtomicInteger tries = new AtomicInteger();

        database.write(session -> {
            session.change(INSERT, "one");
            if (tries.incrementAndGet() < 3) {
                throw new SQLException("deadlock", "40001");
            }
            return 0;
        });

        assertThat(names()).containsExactly("one");
        assertThat(tries).hasValue(3);
    }

    @Test
    void whatIsAlwaysAVictimFailsInTheEnd() {
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> database.read(session -> {
                    tries.incrementAndGet();
                    throw new SQLException("deadlock", "40001");
                }))
                .isInstanceOf(StorageException.class);
        assertThat(tries.get()).isBetween(2, 10);
    }

    @Test
    void aBatchIsWritten() {
        database.write(session -> {
            Batch batch = session.batch(INSERT);
            for (String name : List.of("one", "two", "three")) {
                batch.add(name);
            }
            batch.execute();
            batch.execute();
            return 0;
        });

        assertThat(names()).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void anAbandonedBatchIsNotWrittenLater() {
        assertThatThrownBy(() -> database.write(session -> {
                    session.batch(INSERT).add("abandoned");
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        database.write(session -> {
            Batch batch = session.batch(INSERT);
            batch.add("one");
            batch.execute();
            return 0;
        });

        assertThat(names()).containsExactly("one");
    }

    @Test
    void writersComeOneAfterAnother() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "w" + i;
            writers.add(CompletableFuture.supplyAsync(() -> database.write(session -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                int changed = session.change(INSERT, name);
                inside.decrementAndGet();
                return changed;
            })));
        }
        for (CompletableFuture<Integer> writer : writers) {
            writer.get(60, TimeUnit.SECONDS);
        }

        assertThat(names()).hasSize(8);
        assertThat(most).hasValue(1);
    }

    @Test
    void aLostConnectionIsReplaced() {
        database.write(session -> session.change(INSERT, "one"));
        engine.close();

        assertThatThrownBy(this::names).isInstanceOf(StorageException.class);
        assertThat(names()).containsExactly("one");
    }

    @Test
    void moreStatementsThanAreKeptDoNoHarm() {
        database.read(session -> {
            for (int i = 0; i < 200; i++) {
                String sql = "SELECT name FROM things WHERE name = 'n" + i + "'";
                assertThat(session.all(sql, row -> row.getString(1))).isEmpty();
            }
            return 0;
        });
    }

    @Test
    void connectionsAreBoundedAndSharedOut() throws Exception {
        CountDownLatch bothIn = new CountDownLatch(2);
        CountDownLatch out = new CountDownLatch(1);
        SqlWork<Integer> holding = session -> {
            bothIn.countDown();
            await(out);
            return 0;
        };
        CompletableFuture<Integer> one = async(() -> database.read(holding));
        CompletableFuture<Integer> two = async(() -> database.read(holding));
        await(bothIn);
        CompletableFuture<List<String>> third = async(this::names);
        assertThat(third).isNotDone();

        out.countDown();

        assertThat(third.get(60, TimeUnit.SECONDS)).isEmpty();
        CompletableFuture.allOf(one, two).get(60, TimeUnit.SECONDS);
    }

    /** On a thread of its own: the common pool of a small machine has one. */
    private static <T> CompletableFuture<T> async(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> names() {
        return database.read(session -> session.all("SELECT name FROM things", row -> row.getString(1)));
    }
}
