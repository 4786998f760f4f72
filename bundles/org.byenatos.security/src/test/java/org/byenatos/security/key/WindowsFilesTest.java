package org.byenatos.security.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.byenatos.security.file.PrivateFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a file system that has access control lists and no modes, as on Windows. */
class WindowsFilesTest {

    private final FileSystem windows = Jimfs.newFileSystem(Configuration.windows().toBuilder()
            .setAttributeViews("basic", "acl", "owner", "dos")
            .build());
    private final SecretsLayout layout = new SecretsLayout(windows.getPath("C:\\byenatos\\data"));

    @AfterEach
    void close() throws IOException {
        windows.close();
    }

    @Test
    void secretsAreTheOwnersAlone() throws IOException {
        vault().cipher("mei");

        for (Path path : secrets()) {
            assertThat(acl(path)).as(path.toString()).singleElement().satisfies(entry -> {
                assertThat(entry.type()).isEqualTo(AclEntryType.ALLOW);
                assertThat(entry.principal()).isEqualTo(Files.getOwner(path));
            });
        }
        assertThat(secrets()).hasSize(5);
    }

    @Test
    void keysOutliveARestartAndCanBeDestroyed() {
        byte[] sealed = vault().cipher("mei").seal("tea".getBytes(), new byte[0]);

        FileKeyVault later = vault();

        assertThat(later.cipher("mei").open(sealed, new byte[0])).isEqualTo("tea".getBytes());
        assertThat(later.destroy("mei")).isTrue();
        assertThat(later.destroy("mei")).isFalse();
    }

    private FileKeyVault vault() {
        return FileKeyVault.open(layout, KeySources.none(), new PrivateFiles(), Clock.systemUTC());
    }

    private List<Path> secrets() throws IOException {
        try (Stream<Path> all = Files.walk(layout.secrets())) {
            return all.toList();
        }
    }

    private static List<AclEntry> acl(Path path) throws IOException {
        return Files.getFileAttributeView(path, AclFileAttributeView.class).getAcl();
    }
}
