package org.byenatos.datafilesystem.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.datafilesystem.sql.Engine;
import org.jspecify.annotations.Nullable;

/** The query for the positions of records that are wanted and may be seen, in order. */
final class ListQuery {
    private static final String AFTER = " AND happened_at <= ? AND (happened_at < ? OR record_no < ?)";
    private static final String ORDER = " ORDER BY happened_at DESC, record_no DESC FETCH FIRST ? ROWS ONLY";

    private final StringBuilder sql = new StringBuilder("SELECT happened_at, record_no FROM records");
    private final List<Object> parameters = new ArrayList<>();

    ListQuery(UserSpace space, Visibility visibility, RecordFilter filter, Engine engine) {
        sql.append(engine.walking(filter.thread() == null ? "records_by_time" : "records_by_thread"));
        sql.append(" WHERE user_no = ?");
        parameters.add(space.userNo());
        where(filter, space.hashes());
        visible(visibility);
    }

    /** The statement, with or without a position to go on after. */
    String sql(boolean after) {
        return sql + (after ? AFTER : "") + ORDER;
    }

    /** Its parameters. */
    Object[] parameters(@Nullable Position after, int limit) {
        List<Object> all = new ArrayList<>(parameters);
        if (after != null) {
            all.addAll(List.of(after.happenedAt(), after.happenedAt(), after.recordNo()));
        }
        all.add(limit);
        return all.toArray();
    }

    private void where(RecordFilter filter, HashKey hashes) {
        and("thread_hash = ?", filter.thread(), hashes::thread);
        and("source_hash = ?", filter.source(), hashes::source);
        and("author_hash = ?", filter.author(), hashes::author);
        and("tag_marks LIKE ?", filter.tag(), tag -> TagMarks.pattern(TagMarks.mark(hashes.tag(tag))));
        and("app_id = ?", filter.appId(), appId -> appId);
        and("access = ?", filter.access(), Access::word);
        and("happened_at >= ?", filter.since(), TimeKey::of);
        and("happened_at < ?", filter.until(), TimeKey::of);
    }

    private <T> void and(String condition, @Nullable T wanted, Function<T, Object> parameter) {
        if (wanted != null) {
            sql.append(" AND ").append(condition);
            parameters.add(parameter.apply(wanted));
        }
    }

    private void visible(Visibility visibility) {
        String appId = visibility.appId();
        if (appId == null) {
            return;
        }
        List<String> ways = new ArrayList<>(List.of("1 = 0"));
        if (visibility.own()) {
            ways.add("app_id = ?");
            parameters.add(appId);
        }
        if (visibility.shared()) {
            others(ways, appId, Access.SHARED);
            others(ways, appId, Access.PUBLIC);
        }
        if (visibility.restricted()) {
            others(ways, appId, Access.RESTRICTED);
        }
        sql.append(" AND (").append(String.join(" OR ", ways)).append(')');
    }

    private void others(List<String> ways, String appId, Access access) {
        ways.add("(app_id <> ? AND access = ?)");
        parameters.addAll(List.of(appId, access.word()));
    }
}
