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
    private final String marked;

    ListQuery(UserSpace space, Visibility visibility, RecordFilter filter, Engine engine) {
        this.marked = engine.holding("marks");
        sql.append(engine.walking(filter.thread() == null ? "records_by_time" : "records_by_thread"));
        sql.append(" WHERE user_no = ?");
        parameters.add(space.userNo());
        where(filter, space.hashes());
        visible(visibility, space.hashes());
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
        and(marked, filter.source(), source -> Marks.part(hashes.source(source)));
        and(marked, filter.author(), author -> Marks.part(hashes.author(author)));
        and(marked, filter.tag(), tag -> Marks.part(hashes.tag(tag)));
        and(marked, filter.appId(), appId -> Marks.part(hashes.app(appId)));
        and(marked, filter.access(), access -> Marks.part(hashes.access(access)));
        and("happened_at >= ?", filter.since(), TimeKey::of);
        and("happened_at <= ?", filter.until(), TimeKey::of);
    }

    private <T> void and(String condition, @Nullable T wanted, Function<T, Object> parameter) {
        if (wanted != null) {
            sql.append(" AND ").append(condition);
            parameters.add(parameter.apply(wanted));
        }
    }

    /** What may be seen, and perhaps a little more: the reader looks again. */
    private void visible(Visibility visibility, HashKey hashes) {
        if (visibility.appId() == null) {
            return;
        }
        List<String> marks = new ArrayList<>();
        if (visibility.own()) {
            marks.add(hashes.app(visibility.appId()));
        }
        if (visibility.shared()) {
            marks.add(hashes.access(Access.SHARED));
            marks.add(hashes.access(Access.PUBLIC));
        }
        if (visibility.restricted()) {
            marks.add(hashes.access(Access.RESTRICTED));
        }
        sql.append(" AND (1 = 0").append((" OR " + marked).repeat(marks.size())).append(')');
        marks.forEach(mark -> parameters.add(Marks.part(mark)));
    }
}
