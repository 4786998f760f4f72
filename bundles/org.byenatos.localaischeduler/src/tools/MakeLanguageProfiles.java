import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the bundle's {@code profiles.txt} from the profiles of language-detector (Apache-2.0):
 *
 * <pre>
 * mvn dependency:copy -Dartifact=com.optimaize.languagedetector:language-detector:0.6 -DoutputDirectory=jar
 * unzip jar/language-detector-0.6.jar 'languages/*' 'languages.shorttext/*' -d unpacked
 * java MakeLanguageProfiles.java unpacked profiles.txt
 * </pre>
 *
 * For each group of languages with a script in common it keeps the most frequent n-grams (1 to 3 characters, lower
 * case, a space for the border of a word) of each and writes how probable every language of the group makes them.
 */
public final class MakeLanguageProfiles {

    private static final String[] GROUPS = {
        "en de fr es it pt nl sv da no fi pl cs hu ro tr id vi ca hr sk sl lt lv et",
        "ru uk bg mk sr be",
        "ar fa ur",
        "hi mr ne",
    };
    private static final int KEPT = 900;
    private static final Pattern ENTRY = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)+)\":(\\d+)");

    private MakeLanguageProfiles() {}

    /** Takes the folder of profiles and the file to write. */
    public static void main(String[] args) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[1])))) {
            out.println("# Made by MakeLanguageProfiles from language-detector 0.6, (c) Nakatani Shuyo and others,"
                    + " Apache-2.0.");
            for (String group : GROUPS) {
                write(out, List.of(group.split(" ")), Path.of(args[0]));
            }
        }
    }

    private static void write(PrintWriter out, List<String> languages, Path folder) throws IOException {
        List<Map<String, Double>> profiles = new ArrayList<>();
        Set<String> grams = new HashSet<>();
        for (String language : languages) {
            Map<String, Double> profile = profile(folder, language);
            profiles.add(profile);
            profile.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(KEPT)
                    .forEach(entry -> grams.add(entry.getKey()));
        }
        out.println("= " + String.join(" ", languages));
        Map<String, String> lines = new TreeMap<>();
        for (String gram : grams) {
            StringBuilder line = new StringBuilder();
            profiles.forEach(profile -> line.append(quantised(profile.getOrDefault(gram, 0.0))));
            lines.put(gram, line.toString());
        }
        lines.forEach((gram, line) -> out.println(gram.replace(' ', '_') + "\t" + line));
    }

    /** Minus the natural logarithm in steps of 0.15, as a character from '!' on; '~' is 13.95 or more. */
    private static char quantised(double probability) {
        double steps = probability <= 0 ? 93 : Math.min(93, Math.round(-Math.log(probability) / 0.15));
        return (char) ('!' + (int) steps);
    }

    /** The mean of a language's profiles, each n-gram's share among those of its length. */
    private static Map<String, Double> profile(Path folder, String language) throws IOException {
        Map<String, Double> mean = new HashMap<>();
        List<Path> files = new ArrayList<>();
        for (String kind : new String[] {"languages", "languages.shorttext"}) {
            if (Files.exists(folder.resolve(kind).resolve(language))) {
                files.add(folder.resolve(kind).resolve(language));
            }
        }
        for (Path file : files) {
            shares(Files.readString(file)).forEach((gram, share) -> mean.merge(gram, share / files.size(), Double::sum));
        }
        return mean;
    }

    private static Map<String, Double> shares(String json) {
        Map<String, Double> counts = new HashMap<>();
        double[] total = new double[4];
        Matcher entries = ENTRY.matcher(json.substring(json.indexOf("\"freq\"") + 6));
        while (entries.find()) {
            String gram = unescape(entries.group(1)).toLowerCase(java.util.Locale.ROOT);
            double count = Double.parseDouble(entries.group(2));
            if (gram.length() <= 3) {
                total[gram.length()] += count;
                if (gram.chars().allMatch(c -> c == ' ' || Character.isAlphabetic(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK)) {
                    counts.merge(gram, count, Double::sum);
                }
            }
        }
        counts.replaceAll((gram, count) -> count / total[gram.length()]);
        return counts;
    }

    private static String unescape(String text) {
        Matcher escapes = Pattern.compile("\\\\u(\\p{XDigit}{4})").matcher(text);
        return escapes.replaceAll(m -> Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(m.group(1), 16))))
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }
}
