package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.byenatos.api.psp.PspComponent;

/** Writes components and, of those with a subject, what they were before, as a new version. Lives in one transaction. */
final class MemoryVersions {

    private static final int MOST = 1000;

    private final MemoryRows rows;
    private final long now;

    MemoryVersions(MemoryRows rows, long now) {
        this.rows = rows;
        this.now = now;
    }

    /** Makes components be so; returns the last version afterwards. */
    long write(String cause, Map<String, Optional<PspComponent>> next) throws SQLException {
        long version = rows.lastVersion() + 1;
        List<String> tracked = new ArrayList<>();
        for (Map.Entry<String, Optional<PspComponent>> entry : next.entrySet()) {
            Optional<PspComponent> before = rows.component(entry.getKey());
            if (!before.equals(entry.getValue())) {
                change(version, entry.getKey(), before, entry.getValue(), tracked);
            }
        }
        if (tracked.isEmpty()) {
            return version - 1;
        }
        rows.addVersion(new MemoryRows.MemoryVersion(version, now, cause, tracked.size()));
        rows.forgetVersionsUpTo(version - MOST);
        return version;
    }

    private void change(
            long version, String id, Optional<PspComponent> before, Optional<PspComponent> after, List<String> tracked)
            throws SQLException {
        if (after.isPresent()) {
            rows.put(after.get());
        } else {
            rows.delete(id);
        }
        if (before.or(() -> after).filter(one -> one.subject() != null).isPresent()) {
            rows.addChange(version, id, kind(before, after), before.orElse(null));
            tracked.add(id);
        }
    }

    private static String kind(Optional<PspComponent> before, Optional<PspComponent> after) {
        if (before.isEmpty()) {
            return "create";
        }
        if (after.isEmpty() || (before.get().validTo() == null && after.get().validTo() != null)) {
            return "archive";
        }
        if (!before.get().text().equals(after.get().text())) {
            return "update";
        }
        double more = after.get().confidence()
                - before.get().confidence()
                + after.get().weight()
                - before.get().weight();
        return more > 0 ? "strengthen" : more < 0 ? "weaken" : "update";
    }
}
