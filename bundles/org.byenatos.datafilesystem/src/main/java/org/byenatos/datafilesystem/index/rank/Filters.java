package org.byenatos.datafilesystem.index.rank;

import java.time.Instant;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Visibility;
import org.jspecify.annotations.Nullable;

/** Says in Lucene's terms which records may be seen and which are wanted. */
final class Filters {

    private Filters() {}

    /** As {@link Visibility#permits}; {@code null} if everything may be seen. */
    static @Nullable Query visible(Visibility visibility) {
        String app = visibility.appId();
        if (app == null) {
            return null;
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        Query own = new TermQuery(new Term(Fields.APP, app));
        if (visibility.own()) {
            any.add(own, Occur.SHOULD);
        }
        if (visibility.shared()) {
            any.add(others(own, Access.SHARED), Occur.SHOULD);
            any.add(others(own, Access.PUBLIC), Occur.SHOULD);
        }
        if (visibility.restricted()) {
            any.add(others(own, Access.RESTRICTED), Occur.SHOULD);
        }
        return any.build();
    }

    /** As {@link RecordFilter#matches}; {@code null} if every record is wanted. */
    static @Nullable Query wanted(RecordFilter filter) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        add(all, Fields.SOURCE, filter.source());
        add(all, Fields.TAG, filter.tag());
        add(all, Fields.THREAD, filter.thread());
        add(all, Fields.AUTHOR, filter.author());
        add(all, Fields.APP, filter.appId());
        Access access = filter.access();
        add(all, Fields.ACCESS, access == null ? null : access.word());
        Instant since = filter.since();
        Instant until = filter.until();
        if (since != null || until != null) {
            all.add(between(since, until), Occur.FILTER);
        }
        BooleanQuery query = all.build();
        return query.clauses().isEmpty() ? null : query;
    }

    /** What is in both sets, of which {@code null} stands for everything. */
    static @Nullable FixedBitSet both(@Nullable FixedBitSet one, @Nullable FixedBitSet other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        FixedBitSet both = one.clone();
        both.and(other);
        return both;
    }

    private static Query others(Query own, Access access) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.ACCESS, access.word())), Occur.FILTER)
                .add(own, Occur.MUST_NOT)
                .build();
    }

    private static void add(BooleanQuery.Builder all, String field, @Nullable String value) {
        if (value != null) {
            all.add(new TermQuery(new Term(field, value)), Occur.FILTER);
        }
    }

    /** Times are kept in milliseconds: one that lies within a millisecond is after its beginning. */
    private static Query between(@Nullable Instant since, @Nullable Instant until) {
        long from = since == null ? Long.MIN_VALUE : ceiling(since);
        long to = until == null ? Long.MAX_VALUE : ceiling(until) - 1;
        return LongPoint.newRangeQuery(Fields.TIME, from, to);
    }

    private static long ceiling(Instant time) {
        long floor = time.toEpochMilli();
        return Instant.ofEpochMilli(floor).isBefore(time) ? floor + 1 : floor;
    }
}
