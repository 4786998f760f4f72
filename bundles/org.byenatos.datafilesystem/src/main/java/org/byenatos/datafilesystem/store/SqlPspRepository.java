package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.psp.PspRepository;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.security.UserCipher;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Session;

/** Components of PSPs in the database, sealed under the user's key. */
final class SqlPspRepository implements PspRepository {
    private static final String LIST = "SELECT user_id, component_id, sealed FROM psp_components WHERE user_id = ?";
    private static final String UPDATE = "UPDATE psp_components SET sealed = ? WHERE user_id = ? AND component_id = ?";
    private static final String INSERT = "INSERT INTO psp_components (sealed, user_id, component_id) VALUES (?, ?, ?)";
    private static final String DELETE = "DELETE FROM psp_components WHERE user_id = ? AND component_id = ?";

    private final Database database;
    private final KeyVault vault;
    private final Codec codec;

    SqlPspRepository(Database database, KeyVault vault, Codec codec) {
        this.database = database;
        this.vault = vault;
        this.codec = codec;
    }

    @Override
    public List<PspComponent> components(String userId) {
        List<DocumentRow> rows = database.read(session -> session.all(LIST, DocumentRow::read, userId));
        List<PspComponent> components = new ArrayList<>();
        for (DocumentRow row : rows) {
            byte[] content = vault.cipher(userId).open(row.content(), binding(userId, row.id()));
            components.add(codec.read(content, PspComponent.class));
        }
        return components;
    }

    @Override
    public void save(String userId, List<PspComponent> changed, List<String> deletedIds) {
        Map<String, byte[]> sealed = changed.isEmpty() ? Map.of() : seal(userId, changed);
        database.write(session -> {
            for (Map.Entry<String, byte[]> entry : sealed.entrySet()) {
                put(session, userId, entry.getKey(), entry.getValue());
            }
            for (String id : deletedIds) {
                session.change(DELETE, userId, id);
            }
            return sealed.size();
        });
    }

    private Map<String, byte[]> seal(String userId, List<PspComponent> changed) {
        UserCipher cipher = vault.cipher(userId);
        Map<String, byte[]> sealed = new LinkedHashMap<>();
        for (PspComponent component : changed) {
            sealed.put(component.id(), cipher.seal(codec.write(component), binding(userId, component.id())));
        }
        return sealed;
    }

    private static void put(Session session, String userId, String id, byte[] sealed) throws SQLException {
        if (session.change(UPDATE, sealed, userId, id) == 0) {
            session.change(INSERT, sealed, userId, id);
        }
    }

    private static byte[] binding(String userId, String id) {
        return new Binding("psp-component.1").with(userId).with(id).bytes();
    }
}
