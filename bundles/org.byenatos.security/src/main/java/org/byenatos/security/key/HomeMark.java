package org.byenatos.security.key;

/** The line that ties data to their keyring; not secret. Homes older than keyrings have a hash in its place. */
final class HomeMark {

    private static final String START = "keyring ";

    private HomeMark() {}

    static String of(String home) {
        return START + home + "\n";
    }

    static boolean isOfKeyring(String mark) {
        return mark.startsWith(START);
    }
}
