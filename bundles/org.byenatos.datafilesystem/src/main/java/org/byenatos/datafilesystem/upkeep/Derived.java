package org.byenatos.datafilesystem.upkeep;

/** What is derived from the records. */
public interface Derived {

    /** Whether it fits a user's records. */
    boolean fits(String userId);

    /** Makes it anew. */
    void rebuild(String userId);
}
