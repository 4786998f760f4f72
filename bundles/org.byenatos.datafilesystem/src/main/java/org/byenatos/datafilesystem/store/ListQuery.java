package org.byenatos.datafilesystem.store;

import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.datafilesystem.sql.Engine;
import org.jspecify.annotations.Nullable;

/** The query for the positions of records that are wanted and may be seen, in order. */
final class ListQuery {
    private static final String AFTER = " AND k.happened_at <= ? AND (k.happened_at < ? OR k.record_no < ?)";
    private static final String ORDER = " ORDER BY k.happened_at DESC, k.record_no DESC FETCH FIRST ? ROWS ONLY";

    private final StringBuilder sql = new StringBuilder("SELECT k.happened_at, k.record_no FROM ");
    private final List<Object> parameters = new ArrayList<>();
    private final HashKey hashes;
    private final String columns;

    ListQuery(UserSpace space, Visibility visibility, RecordFilter filter, Engine engine) {
        this.hashes = space.hashes();
        this.columns = filter.tag() == null ? "k." : "r.";
        walk(space.userId(), filter, engine);
        where(filter);
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

    /** Walks the narrowest index that has the order wanted. */
    private void walk(String userId, RecordFilter filter, Engine engine) {
        if (filter.tag() != null) {
            sql.append("tags k").append(engine.walking("tags_by_time"));
            sql.append(" INNER JOIN records r ON r.record_no = k.record_no WHERE k.user_id = ? AND k.tag_hash = ?");
            parameters.addAll(List.of(userId, hashes.tag(filter.tag())));
        } else {
            String index = filter.thread() == null ? "records_by_time" : "records_by_thread";
            sql.append("records k").append(engine.walking(index)).append(" WHERE k.user_id = ?");
            parameters.add(userId);
        }
    }

    private void where(RecordFilter filter) {
        and("thread_hash = ?", filter.thread() == null ? null : hashes.thread(filter.thread()));
        and("source_hash = ?", filter.source() == null ? null : hashes.source(filter.source()));
        and("author_hash = ?", filter.author() == null ? null : hashes.author(filter.author()));
        and("app_id = ?", filter.appId());
        and("access = ?", filter.access() == null ? null : filter.access().word());
        and("happened_at >= ?", filter.since() == null ? null : TimeKey.of(filter.since()));
        and("happened_at < ?", filter.until() == null ? null : TimeKey.of(filter.until()));
    }

    private void and(String condition, @Nullable Object parameter) {
        if (parameter != null) {
            boolean ordered = condition.startsWith("happened_at");
            sql.append(" AND ").append(ordered ? "k." : columns).append(condition);
            parameters.add(parameter);
        }
    }

    private void visible(Visibility visibility) {
        String appId = visibility.appId();
        if (appId == null) {
            return;
        }
        List<String> ways = new ArrayList<>(List.of("1 = 0"));
        if (visibility.own()) {
            ways.add(columns + "app_id = ?");
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
        ways.add("(" + columns + "app_id <> ? AND " + columns + "access = ?)");
        parameters.addAll(List.of(appId, access.word()));
    }
}
