package org.byenatos.datafilesystem.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.byenatos.api.error.StorageException;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    private static final String FIRST =
            "-- one\nCREATE TABLE things (name VARCHAR(9));\n\nINSERT INTO things VALUES (';');\n";
    private static final String SECOND = "ALTER TABLE things ADD COLUMN size INTEGER;\nUPDATE things SET size = 7;";
    private static final String BROKEN = "CREATE TABLE more (name VARCHAR(9));\nINSERT INTO nowhere VALUES (1);";

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = new Database(TestStores.engine(folder, new JceVault()), 2);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachVersionIsMadeOnce() {
        migrate(FIRST);
        migrate(FIRST);
        migrate(FIRST, SECOND);
        migrate(FIRST, SECOND);

        assertThat(numbers("SELECT size FROM things")).containsExactly(7);
        assertThat(numbers("SELECT version FROM schema_versions ORDER BY version"))
                .containsExactly(1, 2);
    }

    @Test
    void aFailedVersionLeavesTheOneBefore() {
        assertThatThrownBy(() -> migrate(FIRST, BROKEN)).isInstanceOf(StorageException.class);

        assertThat(numbers("SELECT MAX(version) FROM schema_versions")).containsExactly(1);
        migrate(FIRST, "CREATE TABLE more (name VARCHAR(9));");
        assertThat(numbers("SELECT COUNT(*) FROM more")).containsExactly(0);
    }

    @Test
    void aNewerVersionIsRefused() {
        migrate(FIRST, SECOND);

        assertThatThrownBy(() -> migrate(FIRST))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("version 2")
                .hasMessageContaining("up to 1");
        assertThat(numbers("SELECT size FROM things")).containsExactly(7);
    }

    private void migrate(String... scripts) {
        new Migrations(List.of(scripts), Clock.systemUTC()).run(database);
    }

    private List<Integer> numbers(String sql) {
        return database.read(session -> session.all(sql, row -> row.getInt(1)));
    }
}
