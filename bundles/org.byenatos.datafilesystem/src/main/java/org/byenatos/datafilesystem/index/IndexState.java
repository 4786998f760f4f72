package org.byenatos.datafilesystem.index;

/** What the readiness check asks of the index; a service within this bundle. */
interface IndexState {

    /** Whether there is no memory for more vectors. */
    boolean outOfVectorMemory();
}
