package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.datafilesystem.sql.Session;
import org.jspecify.annotations.Nullable;

/**
 * Lists records page by page. The query finds positions by hashes and columns; what is found there is opened and checked
 * again. Lives in one transaction.
 */
final class RecordList {
    private final Session session;
    private final RecordReader reader;
    private final ListQuery query;
    private final Visibility visibility;
    private final RecordFilter filter;

    RecordList(Session session, RecordReader reader, ListQuery query, Visibility visibility, RecordFilter filter) {
        this.session = session;
        this.reader = reader;
        this.query = query;
        this.visibility = visibility;
        this.filter = filter;
    }

    Page<StoredRecord> page(HashKey hashes, PageRequest request) throws SQLException {
        String cursor = request.cursor();
        List<Listed> found = after(cursor == null ? null : Position.parse(cursor, hashes), request.limit() + 1);
        boolean more = found.size() > request.limit();
        List<Listed> shown = more ? found.subList(0, request.limit()) : found;
        return new Page<>(
                shown.stream().map(Listed::record).toList(),
                more ? shown.get(shown.size() - 1).position().cursor(hashes) : null);
    }

    private List<Listed> after(@Nullable Position start, int limit) throws SQLException {
        List<Listed> found = new ArrayList<>();
        Position last = start;
        while (found.size() < limit) {
            int wanted = limit - found.size();
            List<Position> positions =
                    session.all(query.sql(last != null), Position::read, query.parameters(last, wanted));
            for (Position position : positions) {
                open(position).ifPresent(record -> found.add(new Listed(position, record)));
            }
            if (positions.size() < wanted) {
                break;
            }
            last = positions.get(positions.size() - 1);
        }
        return found;
    }

    private Optional<StoredRecord> open(Position position) throws SQLException {
        return reader.first(RecordSql.BY_NO, position.recordNo())
                .filter(visibility::permits)
                .filter(filter::matches);
    }

    private record Listed(Position position, StoredRecord record) {}
}
