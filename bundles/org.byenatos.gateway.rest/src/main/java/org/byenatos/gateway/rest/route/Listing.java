package org.byenatos.gateway.rest.route;

import java.util.List;
import java.util.function.Function;
import org.byenatos.api.common.PageRequest;
import org.byenatos.gateway.rest.http.Answer;
import org.byenatos.gateway.rest.http.Exchange;
import org.byenatos.gateway.rest.json.Fields;
import org.byenatos.gateway.rest.json.Views;
import org.jspecify.annotations.Nullable;

/** Cuts a whole, sorted list into the parts that were asked for; the cursor is the last item's identifier. */
final class Listing {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    private Listing() {}

    static PageRequest page(Fields fields) {
        Integer limit = limit(fields);
        return new PageRequest(limit == null ? DEFAULT_LIMIT : limit, fields.optionalText("cursor"));
    }

    static <T> Answer answer(Exchange exchange, List<T> all, Function<T, String> id) {
        Fields fields = exchange.queryFields();
        PageRequest page = page(fields);
        fields.noOthers().check();
        String cursor = page.cursor();
        List<T> rest = all.stream()
                .filter(item -> cursor == null || id.apply(item).compareTo(cursor) > 0)
                .toList();
        List<T> items = rest.subList(0, Math.min(page.limit(), rest.size()));
        String next = items.size() < rest.size() ? id.apply(items.get(items.size() - 1)) : null;
        return Answer.ok(new Views.ListView<>(items, next));
    }

    private static @Nullable Integer limit(Fields fields) {
        String text = fields.optionalText("limit");
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
            fields.wrong("/limit", "must be a whole number, 1.." + MAX_LIMIT);
            return null;
        }
        return Integer.valueOf(text);
    }
}
