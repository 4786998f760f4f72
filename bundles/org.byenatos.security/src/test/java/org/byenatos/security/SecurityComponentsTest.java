package org.byenatos.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.api.security.AuditEntry;
import org.byenatos.security.key.KeySources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityComponentsTest {

    @TempDir
    Path folder;

    @Test
    void aLostKeyIsToldToCallersUntilItIsBack() throws IOException {
        Home home = new Home(folder);
        byte[] database = new KeyVaultComponent(home, KeySources.none()).databaseKey();
        Path key = home.secrets().masterKey();
        Path backup = Files.move(key, folder.resolve("backup"));

        KeyVaultComponent vault = new KeyVaultComponent(home, KeySources.none());

        assertThatThrownBy(vault::databaseKey)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("is gone");
        assertThatThrownBy(() -> vault.cipher("mei")).isInstanceOf(StorageException.class);
        assertThat(key).doesNotExist();
        Files.move(backup, key);
        assertThat(vault.databaseKey()).isEqualTo(database);
    }

    @Test
    void aStoppedVaultSendsCallersToItsSuccessor() {
        KeyVaultComponent vault = new KeyVaultComponent(new Home(folder), KeySources.none());
        vault.stop();

        assertThatThrownBy(vault::databaseKey).isInstanceOf(ModuleStoppedException.class);
    }

    @Test
    void theOwnersTokenIsInItsFile() throws IOException {
        TokensComponent tokens = new TokensComponent(new Home(folder));

        String token =
                Files.readString(folder.resolve("data/secrets/owner.token")).strip();
        assertThat(tokens.isOwner(token)).isTrue();
        assertThat(new TokensComponent(new Home(folder)).isOwner(token)).isTrue();
    }

    @Test
    void theAuditLogIsWrittenWhenItStops() throws IOException {
        AuditLogComponent log = new AuditLogComponent(
                new Home(folder), SecuritySettings.of(new Values(16_384, 200, 64, 365), Set.of()));
        log.start();
        log.append(new AuditEntry(Instant.EPOCH, "owner", null, "status", null, 0, "ok"));
        log.stop();

        assertThat(folder.resolve("data/audit/audit.jsonl")).content().contains("\"actor\":\"owner\"");
    }

    @Test
    void defaultsAreTheDocumentedOnes() throws ReflectiveOperationException {
        assertThat(defaultOf("audit_queue_lines")).isEqualTo(16_384);
        assertThat(defaultOf("audit_gather_millis")).isEqualTo(200);
        assertThat(defaultOf("audit_file_mib")).isEqualTo(64);
        assertThat(defaultOf("audit_retention_days")).isEqualTo(365);
        assertThat(SecuritySettings.of(new Values(16_384, 200, 64, 365), Set.of("audit.file.mib", "service.pid")))
                .isEqualTo(new SecuritySettings(16_384, Duration.ofMillis(200), 64 << 20, 365));
    }

    @Test
    void unknownKeysAndValuesOutOfRangeFail() {
        assertThatThrownBy(() -> SecuritySettings.of(new Values(16_384, 200, 64, 365), Set.of("audit.file.mb")))
                .hasMessageContaining("audit.file.mb");
        for (Values wrong : new Values[] {
            new Values(99, 200, 64, 365),
            new Values(100, 0, 64, 365),
            new Values(100, 1001, 64, 365),
            new Values(100, 1, 0, 365),
            new Values(100, 1, 1, -1)
        }) {
            assertThatThrownBy(() -> SecuritySettings.of(wrong, Set.of())).hasMessageContaining("must be");
        }
    }

    private static Object defaultOf(String name) throws ReflectiveOperationException {
        return SecurityConfiguration.class.getMethod(name).getDefaultValue();
    }

    private record Values(int audit_queue_lines, int audit_gather_millis, int audit_file_mib, int audit_retention_days)
            implements SecurityConfiguration {
        @Override
        public Class<? extends Annotation> annotationType() {
            return SecurityConfiguration.class;
        }
    }
}
