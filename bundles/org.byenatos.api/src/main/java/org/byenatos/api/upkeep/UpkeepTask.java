package org.byenatos.api.upkeep;

/** What can be done to all that is kept. */
public sealed interface UpkeepTask {

    /** What the job is called. */
    String kind();

    /**
     * Copies everything but the keys into one encrypted file while the core serves.
     *
     * @param file an absolute path, where nothing is yet
     */
    record Backup(String file) implements UpkeepTask {
        @Override
        public String kind() {
            return "backup";
        }
    }

    /**
     * Unpacks a backup, examines it and opens it for a test. It takes the place of the present data at the next start.
     *
     * @param file an absolute path
     */
    record Restore(String file) implements UpkeepTask {
        @Override
        public String kind() {
            return "restore";
        }
    }

    /** Gives room that nothing uses any more back to the disk. */
    record Compact() implements UpkeepTask {
        @Override
        public String kind() {
            return "compact";
        }
    }

    /** Opens everything there is, counts it, says what is damaged, and makes anew what is derived and differs. */
    record Verify() implements UpkeepTask {
        @Override
        public String kind() {
            return "verify";
        }
    }
}
