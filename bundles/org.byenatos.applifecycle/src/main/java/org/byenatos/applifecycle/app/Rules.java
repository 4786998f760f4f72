package org.byenatos.applifecycle.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.byenatos.api.app.AppLimits;
import org.byenatos.api.app.AppRegistration;
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.app.AppUpdate;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.Violation;
import org.jspecify.annotations.Nullable;

/** What apps and users may be called and ask for. Gathers everything that is wrong. Confined to one thread. */
final class Rules {

    private static final Pattern APP_ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final Pattern USER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern ORIGIN = Pattern.compile(
            "(?:https?|[a-z]+-extension)://[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::[1-9][0-9]{0,4})?");
    private static final int MOST_ORIGINS = 10;
    private static final int NAME = 200;
    private static final int VERSION = 50;
    private static final int DEVELOPER = 200;
    private static final int DESCRIPTION = 2_000;
    private static final int URL = 2_000;
    private static final int MOST_REQUESTS = 10_000_000;
    private static final int MOST_CONCURRENT = 1_000;

    private final List<Violation> violations = new ArrayList<>();

    /** Checks a registration. */
    static void check(AppRegistration registration) {
        Rules rules = new Rules();
        String appId = registration.appId();
        if (appId != null && !APP_ID.matcher(appId).matches()) {
            rules.wrong("/app_id", "must be 1 to 100 of a-z, 0-9, '.', '_' and '-', beginning with a letter or digit");
        }
        rules.required("/name", registration.name(), NAME);
        rules.required("/version", registration.version(), VERSION);
        rules.describing(registration.developer(), registration.description(), registration.webhookUrl());
        rules.requests(registration.requestsPerMinute());
        rules.origins(registration.origins());
        rules.done();
    }

    /** Checks a change of an app. */
    static void check(AppUpdate update) {
        Rules rules = new Rules();
        if (update.name() != null) {
            rules.required("/name", update.name(), NAME);
        }
        if (update.version() != null) {
            rules.required("/version", update.version(), VERSION);
        }
        rules.describing(update.developer(), update.description(), update.webhookUrl());
        rules.limits(update.limits());
        if (update.origins() != null) {
            rules.origins(update.origins());
        }
        if (update.status() == AppStatus.PENDING) {
            rules.wrong("/status", "must be \"active\" or \"paused\"");
        }
        rules.done();
    }

    /** Checks a new user. */
    static void check(String userId, @Nullable String displayName) {
        Rules rules = new Rules();
        if (!USER_ID.matcher(userId).matches()) {
            rules.wrong(
                    "/user_id",
                    "must be 1 to 100 of A-Z, a-z, 0-9, '.', '_' and '-', beginning with a letter or digit");
        }
        rules.text("/display_name", displayName, NAME);
        rules.done();
    }

    private void describing(@Nullable String developer, @Nullable String description, @Nullable String webhookUrl) {
        text("/developer", developer, DEVELOPER);
        text("/description", description, DESCRIPTION);
        if (webhookUrl != null && !webhookUrl.isEmpty() && !(webhookUrl.length() <= URL && isHttp(webhookUrl))) {
            wrong("/webhook_url", "must be an http or https URL of at most " + URL + " characters");
        }
    }

    private void origins(Set<String> origins) {
        if (origins.size() > MOST_ORIGINS) {
            wrong("/origins", "must have at most " + MOST_ORIGINS);
        }
        if (!origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
            wrong(
                    "/origins",
                    "must be origins as browsers send them, in lower case: https://notes.example or"
                            + " http://localhost:3000, without a path and without *");
        }
    }

    private void limits(AppLimits.Changes limits) {
        requests(limits.requestsPerMinute());
        range("/session_requests_per_minute", limits.sessionRequestsPerMinute(), MOST_REQUESTS);
        range("/concurrent_requests", limits.concurrentRequests(), MOST_CONCURRENT);
        range("/records_per_day", limits.recordsPerDay(), Long.MAX_VALUE);
        range("/bytes_per_day", limits.bytesPerDay(), Long.MAX_VALUE);
    }

    private void range(String pointer, @Nullable Number value, long most) {
        if (value != null && (value.longValue() < 1 || value.longValue() > most)) {
            wrong(pointer, most == Long.MAX_VALUE ? "must be 1 or more" : "must be 1 to " + most);
        }
    }

    private void requests(@Nullable Integer perMinute) {
        range("/requests_per_minute", perMinute, MOST_REQUESTS);
    }

    private void required(String pointer, String value, int most) {
        if (value.isBlank()) {
            wrong(pointer, "must not be empty");
        }
        text(pointer, value, most);
    }

    private void text(String pointer, @Nullable String value, int most) {
        if (value == null) {
            return;
        }
        if (value.codePointCount(0, value.length()) > most) {
            wrong(pointer, "must have at most " + most + " characters");
        }
        if (value.codePoints().anyMatch(Rules::forbidden)) {
            wrong(pointer, "must not hold control characters");
        }
    }

    private void wrong(String pointer, String detail) {
        violations.add(new Violation(pointer, detail));
    }

    private void done() {
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }

    private static boolean forbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t';
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException wrong) {
            return false;
        }
    }
}
