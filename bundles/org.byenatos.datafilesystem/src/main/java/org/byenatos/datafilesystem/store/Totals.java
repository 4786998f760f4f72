package org.byenatos.datafilesystem.store;

/**
 * What is counted of a user.
 *
 * @param lastSeq position of the last change
 * @param records how many records there are
 */
record Totals(long lastSeq, long records) {
    static final Totals NONE = new Totals(0, 0);
}
