package org.byenatos.datafilesystem.store;

import java.util.List;
import org.byenatos.api.hinata.StoredRecord;

/**
 * What a job has to do next.
 *
 * @param records the records
 * @param outdated the numbers of changes that a later change has made pointless
 */
record PendingRecords(List<StoredRecord> records, List<Long> outdated) {}
