package org.byenatos.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.byenatos.api.security.AuditEntry;
import org.byenatos.api.security.UserCipher;
import org.byenatos.security.audit.AuditFolder;
import org.byenatos.security.audit.AuditWriter;
import org.byenatos.security.file.PrivateFiles;
import org.byenatos.security.key.FileKeyVault;
import org.byenatos.security.key.KeySources;
import org.byenatos.security.key.SecretsLayout;
import org.byenatos.security.token.BearerTokens;

/** Prints what a request pays here. No test: run its {@code main}, with the JVM's options of the distribution. */
final class Costs {

    private static final int TIMES = 200_000;

    private Costs() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Files.createTempDirectory("byenatos-costs");
        BearerTokens tokens = new BearerTokens("byo_" + "x".repeat(43));
        measure("hash a token and compare it with the owner's", i -> {
            tokens.isOwner("bys_" + i);
            tokens.hash("bys_" + i);
        });
        AuditWriter.Limits limits =
                new AuditWriter.Limits(16_384, Duration.ofMillis(200), Duration.ofSeconds(30), 64 << 20, 365);
        try (AuditWriter log = new AuditWriter(
                new AuditFolder(home.resolve("audit")), new PrivateFiles(), limits, Clock.systemUTC())) {
            log.start();
            measure(
                    "append an audit line",
                    i -> log.append(
                            new AuditEntry(Instant.now(), "app:reader", "owner", "query", "hinata:read", i, "ok")),
                    Costs::pause);
        }
        FileKeyVault vault = FileKeyVault.open(
                new SecretsLayout(home.resolve("data")), KeySources.none(), new PrivateFiles(), Clock.systemUTC());
        UserCipher cipher = vault.cipher("mei");
        byte[] text = new byte[1024];
        byte[] bound = new byte[16];
        byte[] sealed = cipher.seal(text, bound);
        measure("open 1 KiB", i -> cipher.open(sealed, bound));
        vault.rotateUser("mei");
        measure("open 1 KiB of an earlier key, seen before", i -> cipher.open(sealed, bound));
        byte[] newer = cipher.seal(text, bound);
        measure("open 1 KiB by the second key tried", i -> cipher.open(i % 2 == 0 ? sealed : newer, bound));
    }

    /** About 100,000 requests a second, far more than there are. */
    private static void pause() {
        long end = System.nanoTime() + 10_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void measure(String what, IntConsumer work) {
        measure(what, work, () -> {});
    }

    private static void measure(String what, IntConsumer work, Runnable between) {
        long[] nanos = new long[TIMES];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                work.accept(i);
                nanos[i] = System.nanoTime() - start;
                between.run();
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-45s mean %7.2f us, 99%% %7.2f us%n",
                what, Arrays.stream(nanos).average().orElse(0) / 1000, nanos[TIMES * 99 / 100] / 1000.0);
    }
}
