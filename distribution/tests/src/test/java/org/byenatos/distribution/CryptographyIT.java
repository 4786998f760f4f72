package org.byenatos.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there is a native provider of ciphers the core uses it; what it wrote the JDK's reads, and the other way round. */
class CryptographyIT {

    @TempDir
    Path home;

    @Test
    void aHomeIsTheSameUnderEitherProvider() throws Exception {
        CoreProcess core = CoreProcess.start(home);
        try {
            Client app = core.owner().session("crypto", "hinata:write", "hinata:read:own");
            app.post("/hinata", Records.batch(Records.record("1", "a walnut for the native one")))
                    .expect(200);

            core.restart(Map.of("JAVA_OPTS", "-Dbyenatos.crypto=jdk"));
            assertThat(found(core.reach(app), "walnut")).isEqualTo("1");
            app.post("/hinata", Records.batch(Records.record("2", "a violin for the JDK")))
                    .expect(200);

            core.restart();
            assertThat(found(core.reach(app), "walnut")).isEqualTo("1");
            assertThat(found(core.reach(app), "violin")).isEqualTo("2");
        } finally {
            core.close();
        }
        String log = Files.readString(home.resolve("logs/byenatos.log"));
        assertThat(log).contains("Encryption by the JDK");
        if (Files.isDirectory(Distribution.FOLDER.resolve("boot/native"))) {
            assertThat(log).containsPattern("Encryption by AmazonCorrettoCryptoProvider");
        }
    }

    private static String found(Client app, String word) {
        return app.post("/personalization/query", Map.of("question", word))
                .expect(200)
                .at("/results/0/id")
                .asText();
    }
}
