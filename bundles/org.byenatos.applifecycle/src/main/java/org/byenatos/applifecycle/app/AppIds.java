package org.byenatos.applifecycle.app;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import org.byenatos.applifecycle.state.Ids;

/** Makes identifiers of apps from their names. */
final class AppIds {

    private static final int NAME = 60;
    private static final int SUFFIX = 6;

    private final Ids ids;

    AppIds(Ids ids) {
        this.ids = ids;
    }

    /** An identifier that is free: the name as far as it is Latin, and a few random characters. */
    String from(String name, Predicate<String> taken) {
        String slug = slug(name);
        String appId = slug + "-" + ids.letters(SUFFIX);
        while (taken.test(appId)) {
            appId = slug + "-" + ids.letters(SUFFIX);
        }
        return appId;
    }

    private static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(NAME, plain.length())).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "app" : cut;
    }
}
