package org.byenatos.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCryptographyTest {

    @TempDir
    Path folder;

    @Test
    void withoutALibraryTheProvidersStayAsTheyAre() {
        var before = Security.getProviders();

        assertThat(NativeCryptography.install(folder.resolve("missing"))).isFalse();
        assertThat(Security.getProviders()).isEqualTo(before);
    }

    @Test
    void aProviderThatDoesNotLoadChangesNothing() throws Exception {
        var before = Security.getProviders();

        assertThat(NativeCryptography.install(Files.createDirectory(folder.resolve("native"))))
                .isFalse();
        assertThat(Security.getProviders()).isEqualTo(before);
    }
}
