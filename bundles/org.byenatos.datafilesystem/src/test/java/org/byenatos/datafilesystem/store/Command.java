package org.byenatos.datafilesystem.store;

import java.util.List;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Visibility;

/** One thing that is done to a storage and to its model. */
sealed interface Command {
    record Submit(String appId, List<HinataRecord> records) implements Command {}

    record Delete(String appId, String id) implements Command {}

    /** Deletes so that it can come back. */
    record Bin(String appId, String id) implements Command {}

    record Unbin(String appId, String id) implements Command {}

    /** Enriches the next records of the oldest job; those of another revision are dropped. */
    record Enrich(int limit, boolean outdated) implements Command {}

    record ListAll(Visibility visibility, RecordFilter filter, int pageSize) implements Command {}

    record Restart() implements Command {}
}
