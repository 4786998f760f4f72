package org.byenatos.hotswap;

/**
 * A jar that was taken over from the hot-deploy folder.
 *
 * @param symbolicName of the bundle in it
 * @param shipped the location of the shipped bundle that it replaces
 * @param digest the SHA-256 of its content
 * @param file its name in the folder
 */
record Drop(String symbolicName, String shipped, String digest, String file) {

    private static final int FIELDS = 4;

    static Drop of(String line) {
        String[] fields = line.split("\t", FIELDS);
        return new Drop(fields[0], fields[1], fields[2], fields[3]);
    }

    boolean hasContentOf(Drop other) {
        return digest.equals(other.digest);
    }

    String line() {
        return String.join("\t", symbolicName, shipped, digest, file);
    }
}
