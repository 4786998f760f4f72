package org.byenatos.datafilesystem.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.TestStores;

/** Whatever is done to it, in whatever order: the storage says what a few lists and maps would say. */
class HinataStorageModelTest {
    private static final JceVault VAULT = new JceVault();
    private static Path folder;
    private static StorageComparison comparison;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("byenatos-model");
        comparison = new StorageComparison(() -> TestStores.open(folder, VAULT));
    }

    @AfterContainer
    static void close() {
        comparison.close();
        TestStores.delete(folder);
    }

    @Provide
    Arbitrary<List<Command>> commands() {
        return Commands.some();
    }

    @Property(tries = 40)
    void doesWhatTheModelDoes(@ForAll("commands") List<Command> commands) {
        comparison.run(commands);
    }
}
