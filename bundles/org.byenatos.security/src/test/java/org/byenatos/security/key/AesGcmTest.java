package org.byenatos.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.UserCipher;
import org.junit.jupiter.api.Test;

class AesGcmTest {

    private static final byte[] KEY = new byte[32];
    private static final byte[] BOUND = {1, 2, 3};

    private final GcmEngine engine = new GcmEngine();
    private final AesGcm cipher = new AesGcm(KEY, engine);

    @Property(tries = 200)
    void opensWhatItSealed(@ForAll @Size(max = 2000) byte[] text, @ForAll @Size(max = 50) byte[] bound) {
        byte[] sealed = cipher.seal(text, bound);

        assertThat(sealed).hasSize(text.length + UserCipher.OVERHEAD);
        assertThat(cipher.open(sealed, bound)).isEqualTo(text);
    }

    @Property(tries = 200)
    void anyChangedByteIsNoticed(@ForAll @Size(max = 100) byte[] text, @ForAll int place, @ForAll byte change) {
        byte[] sealed = cipher.seal(text, BOUND);
        byte[] changed = sealed.clone();
        changed[Math.floorMod(place, changed.length)] ^= change;

        if (Arrays.equals(sealed, changed)) {
            assertThat(cipher.open(changed, BOUND)).isEqualTo(text);
        } else {
            assertThatThrownBy(() -> cipher.open(changed, BOUND)).isInstanceOf(StorageException.class);
        }
    }

    @Test
    void whatItSealsIsPlainAesGcmWithTheNonceInFront() throws Exception {
        byte[] sealed = cipher.seal("text".getBytes(), BOUND);

        Cipher jdk = Cipher.getInstance("AES/GCM/NoPadding");
        jdk.init(Cipher.DECRYPT_MODE, new SecretKeySpec(KEY, "AES"), new GCMParameterSpec(128, sealed, 0, 12));
        jdk.updateAAD(BOUND);

        assertThat(jdk.doFinal(sealed, 12, sealed.length - 12)).isEqualTo("text".getBytes());
    }

    @Test
    void anotherKeyAnotherBindingOrACutTextIsRefused() {
        byte[] sealed = cipher.seal("text".getBytes(), BOUND);
        byte[] other = new byte[32];
        other[31] = 1;

        assertThatThrownBy(() -> new AesGcm(other, engine).open(sealed, BOUND)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> cipher.open(sealed, new byte[] {1, 2})).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> cipher.open(Arrays.copyOf(sealed, 27), BOUND)).isInstanceOf(StorageException.class);
        assertThat(cipher.open(sealed, BOUND)).isEqualTo("text".getBytes());
    }

    @Test
    void noncesDoNotRepeat() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            nonces.add(Arrays.toString(Arrays.copyOf(cipher.seal(new byte[0], BOUND), 12)));
        }

        assertThat(nonces).hasSize(20_000);
    }

    @Test
    void manyThreadsShareIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Long>> work = IntStream.range(0, 8)
                    .mapToObj(id -> (Callable<Long>) () -> roundTrips(id))
                    .toList();
            for (Future<Long> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(500);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aDestroyedKeyOpensNothing() {
        byte[] sealed = cipher.seal("text".getBytes(), BOUND);
        cipher.destroy();

        assertThatThrownBy(() -> cipher.open(sealed, BOUND))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("destroyed");
        assertThatThrownBy(() -> cipher.seal(new byte[0], BOUND)).isInstanceOf(StorageException.class);
    }

    private long roundTrips(int id) {
        return IntStream.range(0, 500)
                .mapToObj(i -> ("text " + id + " " + i).getBytes())
                .filter(text -> Arrays.equals(text, cipher.open(cipher.seal(text, BOUND), BOUND)))
                .collect(Collectors.counting());
    }
}
