package org.byenatos.gateway.rest.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.byenatos.api.ai.AiTask;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.app.Scope;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.psp.Layer;
import org.byenatos.api.psp.PspFormat;

/** The words of the contract for the values of the API. */
public final class Words {

    public static final Map<String, Access> ACCESS = by(Access.values(), Access::word);
    public static final Map<String, Scope> SCOPES = by(Scope.values(), Scope::word);
    public static final Map<String, Layer> LAYERS = by(Layer.values(), Layer::word);
    public static final Map<String, AiTask> TASKS = by(AiTask.values(), AiTask::word);
    public static final Map<String, Priority> PRIORITIES = by(Priority.values(), Words::lower);
    public static final Map<String, PspFormat> FORMATS = by(PspFormat.values(), Words::lower);
    public static final Map<String, AppStatus> APP_STATES =
            by(new AppStatus[] {AppStatus.ACTIVE, AppStatus.PAUSED}, AppStatus::word);
    public static final Map<String, Boolean> WAIT = choice("stored", "enriched");
    public static final Map<String, Boolean> RECORDS = choice("keep", "delete");

    private Words() {}

    /** Whether a deletion leaves a way back. */
    public static final Map<String, Boolean> DELETIONS = Map.of("soft", true, "hard", false);

    /** The words of scopes, sorted. */
    public static List<String> of(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).sorted().toList();
    }

    private static <T> Map<String, T> by(T[] values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(word.apply(value), value);
        }
        return words;
    }

    private static Map<String, Boolean> choice(String no, String yes) {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put(no, false);
        words.put(yes, true);
        return words;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
