package org.byenatos.localaischeduler.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads {@code profiles.txt}: a line {@code = en de fr} begins the table of a group of languages; each line after it is
 * a run of letters ({@code _} for the border of a word), a tab and a cost for each language.
 */
final class NGramsReader {

    private final Map<String, NGrams> tables = new TreeMap<>();
    private final List<String> grams = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private List<String> languages = List.of();

    private NGramsReader() {}

    /** The tables, by the first language of each. */
    static Map<String, NGrams> read() {
        NGramsReader reader = new NGramsReader();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                NGramsReader.class.getResourceAsStream("profiles.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.take(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read profiles.txt", e);
        }
        reader.finish();
        return reader.tables;
    }

    private void take(String line) {
        if (line.startsWith("= ")) {
            finish();
            languages = List.of(line.substring(2).split(" "));
        } else if (!line.startsWith("#")) {
            int tab = line.indexOf('\t');
            grams.add(line.substring(0, tab).replace('_', ' '));
            rows.add(line.substring(tab + 1));
        }
    }

    private void finish() {
        if (!languages.isEmpty()) {
            tables.put(languages.get(0), new NGrams(languages, grams, rows));
        }
        grams.clear();
        rows.clear();
    }
}
