package org.byenatos.datafilesystem.upkeep;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.byenatos.api.error.StorageException;

/**
 * What a backup says of itself.
 *
 * @param form version of the backup's form
 * @param madeAt when it was made
 * @param rows how many rows each table has
 */
record BackupManifest(int form, String madeAt, Map<String, Long> rows) {

    static final int FORM = 1;
    static final String NAME = "manifest.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    BackupManifest {
        rows = Map.copyOf(rows);
    }

    byte[] bytes() throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("form", form);
        members.put("made_at", madeAt);
        members.put("rows", rows);
        return MAPPER.writeValueAsBytes(members);
    }

    static BackupManifest read(byte[] bytes) throws IOException {
        var tree = MAPPER.readTree(bytes);
        int form = tree.path("form").asInt();
        if (form != FORM) {
            throw new StorageException("The backup has form " + form + ", which this release does not know.");
        }
        Map<String, Long> rows = MAPPER.convertValue(tree.path("rows"), new TypeReference<>() {});
        return new BackupManifest(form, tree.path("made_at").asText(), rows);
    }
}
