package org.byenatos.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFolderTest {

    @TempDir
    Path home;

    @Test
    void hasNoFilesBeforeTheFirstLine() throws Exception {
        AuditFolder folder = new AuditFolder(home.resolve("audit"));
        assertThat(folder.full()).isEmpty();
        assertThat(folder.all()).isEmpty();
    }

    @Test
    void listsFullFilesByAgeBeforeTheCurrentOne() throws Exception {
        AuditFolder folder = new AuditFolder(home);
        for (Path file : new Path[] {folder.current(), folder.full(20), folder.full(3), folder.head()}) {
            Files.createFile(file);
        }
        assertThat(folder.all()).containsExactly(folder.full(3), folder.full(20), folder.current());
    }
}
