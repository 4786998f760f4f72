package org.byenatos.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.TokenKind;
import org.byenatos.security.file.PrivateFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BearerTokensTest {

    @TempDir
    Path folder;

    private final BearerTokens tokens = new BearerTokens("byo_the-owners-token");

    @ParameterizedTest
    @EnumSource
    void tokensShowTheirKindAndHold256Bits(TokenKind kind) {
        String token = tokens.mint(kind);

        assertThat(token).matches(kind.prefix() + "[A-Za-z0-9_-]{43}");
        assertThat(TokenKind.of(token)).isEqualTo(kind);
    }

    @Test
    void noTwoAreAlike() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(tokens.mint(TokenKind.APP));
        }

        assertThat(all).hasSize(10_000);
    }

    @Test
    void theHashIsSha256() {
        assertThat(tokens.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void onlyTheOwnersTokenIsTheOwners() {
        assertThat(tokens.isOwner("byo_the-owners-token")).isTrue();
        assertThat(tokens.isOwner("byo_the-owners-toke")).isFalse();
        assertThat(tokens.isOwner("")).isFalse();
        assertThat(tokens.isOwner(tokens.hash("byo_the-owners-token"))).isFalse();
    }

    @Test
    void theOwnersTokenIsMadeOnceForTheOwnerAlone() throws IOException {
        Path file = folder.resolve("owner.token");

        String token = OwnerToken.open(file, new PrivateFiles());

        assertThat(TokenKind.of(token)).isEqualTo(TokenKind.OWNER);
        assertThat(OwnerToken.open(file, new PrivateFiles())).isEqualTo(token);
        assertThat(file).content().isEqualTo(token + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileWithoutATokenIsNotTrusted() throws IOException {
        Path file = folder.resolve("owner.token");
        for (String wrong : new String[] {"", "\n", "byo_", "bya_0123456789012345678901234567890123456789"}) {
            Files.writeString(file, wrong);
            assertThatThrownBy(() -> OwnerToken.open(file, new PrivateFiles()))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("holds no owner's token");
        }
    }
}
