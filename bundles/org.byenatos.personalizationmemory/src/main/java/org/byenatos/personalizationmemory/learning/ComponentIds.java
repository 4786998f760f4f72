package org.byenatos.personalizationmemory.learning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.byenatos.api.hinata.RecordRef;

/** Identifiers of components that rest on one record: the same record always gives the same ones. */
public final class ComponentIds {

    private static final int BYTES = 12;

    private ComponentIds() {}

    /**
     * An identifier.
     *
     * @param ref the record
     * @param suffix what tells the components of a record apart
     */
    public static String of(RecordRef ref, String suffix) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((ref.appId() + '\0' + ref.id()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES) + '-' + suffix;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
