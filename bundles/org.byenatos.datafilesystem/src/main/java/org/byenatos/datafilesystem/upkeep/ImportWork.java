package org.byenatos.datafilesystem.upkeep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.state.StateKey;
import org.byenatos.datafilesystem.store.UserImport;
import org.jspecify.annotations.Nullable;

/** Stores what was received, some lines at a time. */
final class ImportWork implements Work {

    private static final int LINES = 200;
    private static final int BYTES = 512 * 1024;
    private static final int LONGEST = 16 * 1024 * 1024;

    private final InputStream in;
    private final UserImport target;
    private Map<StateKey, Json> documents = Map.of();
    private int done;
    private boolean ended;

    /**
     * @param in the lines, closed with this
     * @param target stores them
     */
    ImportWork(InputStream in, UserImport target) {
        this.in = in;
        this.target = target;
    }

    @Override
    public boolean step() throws IOException {
        List<String> lines = next();
        documents = lines.isEmpty() ? Map.of() : target.add(lines);
        done += lines.size();
        return !ended;
    }

    private List<String> next() throws IOException {
        List<String> lines = new ArrayList<>();
        int bytes = 0;
        while (!ended && lines.size() < LINES && bytes < BYTES) {
            String line = line();
            if (line == null) {
                ended = true;
            } else if (!line.isBlank()) {
                lines.add(line);
                bytes += line.length();
            }
        }
        return lines;
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            line.write(read);
            if (line.size() > LONGEST) {
                throw new InvalidInputException("", "a line is longer than 16 MiB");
            }
            read = in.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Map<StateKey, Json> documents() {
        return documents;
    }

    @Override
    public int done() {
        return done;
    }

    @Override
    public int total() {
        return ended ? done : done + 1;
    }

    @Override
    public Json result() {
        return target.result();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
