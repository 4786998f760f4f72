package org.byenatos.datafilesystem.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.common.Json;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.security.KeyVault;
import org.byenatos.datafilesystem.sql.Session;
import org.jspecify.annotations.Nullable;

/** The rows of one user's memory: components, how they came to be so, and what was corrected. Lives in one transaction. */
final class MemoryRows {

    static final String COMPONENTS =
            "SELECT component_id, sealed FROM psp_components WHERE user_id = ? ORDER BY component_id";
    private static final String COMPONENT =
            "SELECT component_id, sealed FROM psp_components WHERE user_id = ? AND component_id = ?";
    private static final String UPDATE = "UPDATE psp_components SET sealed = ? WHERE user_id = ? AND component_id = ?";
    private static final String INSERT = "INSERT INTO psp_components (sealed, user_id, component_id) VALUES (?, ?, ?)";
    private static final String DELETE = "DELETE FROM psp_components WHERE user_id = ? AND component_id = ?";
    private static final String VERSIONS =
            "SELECT version, made_at, cause, changes FROM psp_versions WHERE user_id = ? ORDER BY version";
    private static final String VERSION =
            "SELECT version, made_at, cause, changes FROM psp_versions WHERE user_id = ? AND version = ?";
    private static final String VERSIONS_BEFORE = "SELECT version, made_at, cause, changes FROM psp_versions"
            + " WHERE user_id = ? AND version < ? ORDER BY version DESC FETCH FIRST ? ROWS ONLY";
    private static final String CHANGES_AFTER = "SELECT version, component_id, kind, before_sealed FROM psp_changes"
            + " WHERE user_id = ? AND version > ? ORDER BY version DESC, component_id";
    private static final String CHANGES_OF = "SELECT version, component_id, kind, before_sealed FROM psp_changes"
            + " WHERE user_id = ? AND component_id = ? ORDER BY version DESC";
    private static final String DELETE_CHANGE =
            "DELETE FROM psp_changes WHERE user_id = ? AND component_id = ? AND version = ?";
    private static final String LAST = "SELECT MAX(version) FROM psp_versions WHERE user_id = ?";
    private static final String INSERT_VERSION =
            "INSERT INTO psp_versions (user_id, version, made_at, cause, changes) VALUES (?, ?, ?, ?, ?)";
    private static final String CHANGES = "SELECT version, component_id, kind, before_sealed FROM psp_changes"
            + " WHERE user_id = ? ORDER BY version, component_id";
    private static final String CHANGE =
            "SELECT version FROM psp_changes WHERE user_id = ? AND component_id = ? AND version = ?";
    private static final String INSERT_CHANGE =
            "INSERT INTO psp_changes (user_id, component_id, version, kind, before_sealed) VALUES (?, ?, ?, ?, ?)";
    private static final String INSERT_CREATION =
            "INSERT INTO psp_changes (user_id, component_id, version, kind) VALUES (?, ?, ?, ?)";
    private static final String CORRECTIONS =
            "SELECT component_id, sealed FROM psp_corrections WHERE user_id = ? ORDER BY component_id";
    private static final String CORRECTION =
            "SELECT component_id, sealed FROM psp_corrections WHERE user_id = ? AND component_id = ?";
    private static final String INSERT_CORRECTION =
            "INSERT INTO psp_corrections (sealed, user_id, component_id) VALUES (?, ?, ?)";
    private static final String UPDATE_CORRECTION =
            "UPDATE psp_corrections SET sealed = ? WHERE user_id = ? AND component_id = ?";
    private static final String DELETE_CORRECTION =
            "DELETE FROM psp_corrections WHERE user_id = ? AND component_id = ?";

    private final Session session;
    private final String userId;
    private final KeyVault vault;
    private final Codec codec;

    MemoryRows(Session session, String userId, KeyVault vault, Codec codec) {
        this.session = session;
        this.userId = userId;
        this.vault = vault;
        this.codec = codec;
    }

    List<PspComponent> components() throws SQLException {
        List<PspComponent> components = new ArrayList<>();
        for (SealedRow row : session.all(COMPONENTS, SealedRow::read, userId)) {
            components.add(open(row));
        }
        return components;
    }

    Optional<PspComponent> component(String id) throws SQLException {
        Optional<SealedRow> row = session.first(COMPONENT, SealedRow::read, userId, id);
        return row.map(this::open);
    }

    void put(PspComponent component) throws SQLException {
        byte[] sealed = vault.cipher(userId).seal(codec.write(component), binding("psp-component.1", component.id()));
        if (session.change(UPDATE, sealed, userId, component.id()) == 0) {
            session.change(INSERT, sealed, userId, component.id());
        }
    }

    boolean delete(String id) throws SQLException {
        return session.change(DELETE, userId, id) > 0;
    }

    long lastVersion() throws SQLException {
        return session.first(LAST, row -> row.getLong(1), userId).orElse(0L);
    }

    boolean hasVersion(long version) throws SQLException {
        return session.first(VERSION, row -> true, userId, version).isPresent();
    }

    void addVersion(MemoryVersion version) throws SQLException {
        session.change(INSERT_VERSION, userId, version.version(), version.madeAt(), version.cause(), version.changes());
    }

    /** The versions before one, newest first. */
    List<MemoryVersion> versions(long before, int limit) throws SQLException {
        return session.all(VERSIONS_BEFORE, MemoryVersion::read, userId, before, limit);
    }

    /** The changes since a version, newest first. */
    List<MemoryChange> changesAfter(long version) throws SQLException {
        return changes(CHANGES_AFTER, userId, version);
    }

    List<MemoryChange> changesOf(String id) throws SQLException {
        return changes(CHANGES_OF, userId, id);
    }

    void deleteChange(MemoryChange change) throws SQLException {
        session.change(DELETE_CHANGE, userId, change.id(), change.version());
    }

    void forgetVersionsUpTo(long version) throws SQLException {
        session.change("DELETE FROM psp_versions WHERE user_id = ? AND version <= ?", userId, version);
        session.change("DELETE FROM psp_changes WHERE user_id = ? AND version <= ?", userId, version);
    }

    List<MemoryVersion> versions() throws SQLException {
        return session.all(VERSIONS, MemoryVersion::read, userId);
    }

    boolean hasChange(String id, long version) throws SQLException {
        return session.first(CHANGE, row -> true, userId, id, version).isPresent();
    }

    void addChange(long version, String id, String kind, @Nullable PspComponent before) throws SQLException {
        if (before == null) {
            session.change(INSERT_CREATION, userId, id, version, kind);
        } else {
            byte[] sealed = vault.cipher(userId).seal(codec.write(before), changeBinding(id, version));
            session.change(INSERT_CHANGE, userId, id, version, kind, sealed);
        }
    }

    List<MemoryChange> changes() throws SQLException {
        return changes(CHANGES, userId);
    }

    List<MemoryChange> changes(String sql, Object... parameters) throws SQLException {
        List<MemoryChange> changes = new ArrayList<>();
        for (ChangeRow row : session.all(sql, ChangeRow::read, parameters)) {
            changes.add(new MemoryChange(row.version(), row.id(), row.kind(), before(row)));
        }
        return changes;
    }

    private @Nullable PspComponent before(ChangeRow row) {
        byte[] sealed = row.sealed();
        return sealed == null
                ? null
                : codec.read(
                        vault.cipher(userId).open(sealed, changeBinding(row.id(), row.version())), PspComponent.class);
    }

    /** What was corrected, by component. */
    List<Correction> corrections() throws SQLException {
        List<Correction> corrections = new ArrayList<>();
        for (SealedRow row : session.all(CORRECTIONS, SealedRow::read, userId)) {
            corrections.add(correction(row));
        }
        return corrections;
    }

    Optional<Correction> correction(String id) throws SQLException {
        Optional<SealedRow> row = session.first(CORRECTION, SealedRow::read, userId, id);
        return row.map(this::correction);
    }

    private Correction correction(SealedRow row) {
        byte[] plain = vault.cipher(userId).open(row.sealed(), binding("psp-correction.1", row.id()));
        return new Correction(row.id(), new Json(new String(plain, java.nio.charset.StandardCharsets.UTF_8)));
    }

    void put(Correction correction) throws SQLException {
        byte[] plain = correction.content().text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] sealed = vault.cipher(userId).seal(plain, binding("psp-correction.1", correction.id()));
        if (session.change(UPDATE_CORRECTION, sealed, userId, correction.id()) == 0) {
            session.change(INSERT_CORRECTION, sealed, userId, correction.id());
        }
    }

    void deleteCorrection(String id) throws SQLException {
        session.change(DELETE_CORRECTION, userId, id);
    }

    /** All of it as lines of an archive. */
    List<ArchiveLine> lines() throws SQLException {
        List<ArchiveLine> lines = new ArrayList<>();
        components().forEach(component -> lines.add(ArchiveLine.of(component)));
        versions()
                .forEach(version -> lines.add(ArchiveLine.version(
                        version.version(), TimeKey.read(version.madeAt()), version.cause(), version.changes())));
        changes()
                .forEach(change ->
                        lines.add(ArchiveLine.change(change.version(), change.id(), change.kind(), change.before())));
        corrections().forEach(correction -> lines.add(ArchiveLine.correction(correction.id(), correction.content())));
        return lines;
    }

    private PspComponent open(SealedRow row) {
        byte[] content = vault.cipher(userId).open(row.sealed(), binding("psp-component.1", row.id()));
        return codec.read(content, PspComponent.class);
    }

    private byte[] binding(String kind, String id) {
        return new Binding(kind).with(userId).with(id).bytes();
    }

    private byte[] changeBinding(String id, long version) {
        return new Binding("psp-change.1").with(userId).with(id).with(version).bytes();
    }

    /** A version of the memory. */
    record MemoryVersion(long version, long madeAt, String cause, int changes) {
        static MemoryVersion read(ResultSet row) throws SQLException {
            return new MemoryVersion(row.getLong(1), row.getLong(2), row.getString(3), row.getInt(4));
        }
    }

    /** What a version changed of a component, which was this before. */
    record MemoryChange(
            long version, String id, String kind, @Nullable PspComponent before) {}

    /** What a person said of a component. */
    record Correction(String id, Json content) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record SealedRow(String id, byte[] sealed) {
        static SealedRow read(ResultSet row) throws SQLException {
            return new SealedRow(row.getString(1), row.getBytes(2));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record ChangeRow(long version, String id, String kind, byte @Nullable [] sealed) {
        static ChangeRow read(ResultSet row) throws SQLException {
            return new ChangeRow(row.getLong(1), row.getString(2), row.getString(3), row.getBytes(4));
        }
    }
}
