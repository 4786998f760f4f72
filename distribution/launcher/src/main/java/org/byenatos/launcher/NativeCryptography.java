package org.byenatos.launcher;

import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;

/**
 * Puts the Amazon Corretto Crypto Provider before those of the JDK, where the distribution holds it for this machine. The
 * JDK's AES is fast only when the JVM's second compiler has made it so, which this JVM does without. Whatever asks JCE
 * for a cipher gets the same results from either.
 */
final class NativeCryptography {

    /** The system property that, when it is {@code jdk}, leaves everything to the JDK. */
    static final String CHOICE = "byenatos.crypto";

    private static final System.Logger LOG = System.getLogger(NativeCryptography.class.getName());
    private static final String PROVIDER = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final String SETTINGS = "com.amazon.corretto.crypto.provider.";

    private NativeCryptography() {}

    /**
     * Makes it the first provider of this JVM; called once, before anything is encrypted.
     *
     * @param libraries the folder of the native library, which {@code java.library.path} names
     * @return whether it is in use; if not, the JDK does everything
     */
    static boolean install(Path libraries) {
        if (!Files.isDirectory(libraries) || "jdk".equals(System.getProperty(CHOICE))) {
            LOG.log(Level.INFO, "Encryption by the JDK");
            return false;
        }
        System.setProperty(SETTINGS + "useExternalLib", "true");
        System.setProperty(SETTINGS + "registerSecureRandom", "false");
        try {
            Provider provider =
                    (Provider) Class.forName(PROVIDER).getField("INSTANCE").get(null);
            Security.insertProviderAt(provider, 1);
            LOG.log(Level.INFO, "Encryption by {0}", provider);
            return true;
        } catch (ReflectiveOperationException | LinkageError unusable) {
            LOG.log(Level.WARNING, "Encryption by the JDK, which is slower: {0}", unusable.toString());
            return false;
        }
    }
}
