package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.state.StateKey;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Session;

/** Stores for one user what an export of any user gave. What is there already stays. For one import, on one thread at a time. */
public final class UserImport {

    private static final String GRANT = "grant";

    private final Database database;
    private final UserSpaces spaces;
    private final UserTotals totals;
    private final KeyVault vault;
    private final Codec codec;
    private final ArchiveCodec archive = new ArchiveCodec();
    private final Clock clock;
    private final String userId;
    private final ImportCounts counts = new ImportCounts();
    private long number;

    UserImport(
            Database database,
            UserSpaces spaces,
            UserTotals totals,
            KeyVault vault,
            Codec codec,
            Clock clock,
            String userId) {
        this.database = database;
        this.spaces = spaces;
        this.totals = totals;
        this.vault = vault;
        this.codec = codec;
        this.clock = clock;
        this.userId = userId;
    }

    /**
     * Stores lines, all or nothing.
     *
     * @return the documents among them, which are for others to store
     * @throws InvalidInputException if one is no line of an export that this release knows
     */
    public Map<StateKey, Json> add(List<String> lines) {
        List<ArchiveLine> read = new ArrayList<>();
        for (String line : lines) {
            read.add(checked(archive.read(line, ++number)));
        }
        UserSpace space = spaces.findOrMake(userId);
        long now = TimeKey.of(clock.instant());
        Map<StateKey, Json> documents = new HashMap<>();
        List<String> outcomes = new ArrayList<>();
        database.write(
                session -> {
                    documents.clear();
                    outcomes.clear();
                    return store(session, space, read, now, documents, outcomes);
                },
                after -> totals.committed(userId, after));
        outcomes.forEach(counts::count);
        return documents;
    }

    private ArchiveLine checked(ArchiveLine line) {
        if (line.type() == null) {
            throw new InvalidInputException("", "line " + number + " has no type");
        }
        boolean header = line.type().equals(ArchiveLine.HEADER);
        if (number == 1 && !header) {
            throw new InvalidInputException("", "the first line is not the header of an export");
        }
        if (header && !Objects.equals(line.version(), ArchiveLine.FORM)) {
            throw new InvalidInputException(
                    "",
                    "the export has form " + line.version()
                            + ", which this release does not know; use the release that made it or a newer one");
        }
        return line;
    }

    private Totals store(
            Session session,
            UserSpace space,
            List<ArchiveLine> lines,
            long now,
            Map<StateKey, Json> documents,
            List<String> outcomes)
            throws SQLException {
        Map<String, IncomingRecords> ready = new HashMap<>();
        ImportedRecords records = new ImportedRecords(
                session,
                space,
                codec,
                now,
                appId -> ready.computeIfAbsent(appId, app -> new IncomingRecords(app, space.hashes(), codec)));
        MemoryRows memory = new MemoryRows(session, userId, vault, codec);
        for (ArchiveLine line : lines) {
            switch (line.type()) {
                case ArchiveLine.HEADER, ArchiveLine.END -> {}
                case ArchiveLine.RECORD -> outcomes.add(records.add(line));
                case ArchiveLine.BINNED -> outcomes.add(records.bin(line));
                case ArchiveLine.DOCUMENT -> outcomes.add(document(line, documents));
                default -> outcomes.add(memory(memory, line));
            }
        }
        return records.close();
    }

    private String document(ArchiveLine line, Map<StateKey, Json> documents) {
        if (!GRANT.equals(line.collection()) || line.id() == null || line.content() == null) {
            return ImportCounts.LEFT_OUT;
        }
        documents.put(new StateKey(GRANT, userId, line.id()), line.content());
        return ImportCounts.STORED;
    }

    private static String memory(MemoryRows memory, ArchiveLine line) throws SQLException {
        PspComponent component = line.component();
        String id = line.id();
        Long version = line.version();
        if (line.type().equals(ArchiveLine.COMPONENT) && component != null) {
            var present = memory.component(component.id());
            if (present.isPresent()) {
                return present.get().equals(component) ? ImportCounts.UNCHANGED : ImportCounts.KEPT;
            }
            memory.put(component);
            return ImportCounts.STORED;
        }
        if (line.type().equals(ArchiveLine.PSP_VERSION)
                && version != null
                && line.at() != null
                && line.kind() != null) {
            if (memory.hasVersion(version)) {
                return ImportCounts.UNCHANGED;
            }
            int changes = line.count() == null ? 0 : line.count();
            memory.addVersion(new MemoryRows.MemoryVersion(version, TimeKey.of(line.at()), line.kind(), changes));
            return ImportCounts.STORED;
        }
        if (line.type().equals(ArchiveLine.PSP_CHANGE) && version != null && id != null && line.kind() != null) {
            if (memory.hasChange(id, version)) {
                return ImportCounts.UNCHANGED;
            }
            memory.addChange(version, id, line.kind(), component);
            return ImportCounts.STORED;
        }
        if (line.type().equals(ArchiveLine.PSP_CORRECTION) && id != null && line.content() != null) {
            if (memory.correction(id).isPresent()) {
                return ImportCounts.UNCHANGED;
            }
            memory.put(new MemoryRows.Correction(id, line.content()));
            return ImportCounts.STORED;
        }
        throw new InvalidInputException(
                "", "there is a line of type " + line.type() + " that this release cannot store");
    }

    /** What it has come to so far. */
    public Json result() {
        return counts.json();
    }
}
