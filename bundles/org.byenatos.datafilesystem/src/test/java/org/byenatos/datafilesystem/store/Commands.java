package org.byenatos.datafilesystem.store;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.byenatos.api.common.Json;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.datafilesystem.Records;

/** Random commands over few names, so that they meet. */
final class Commands {
    private static final Arbitrary<String> APPS = Arbitraries.of("app", "other");
    private static final Arbitrary<String> IDS = Arbitraries.of("a", "b", "c", "d", "é", "\ud800", "\ud801");
    private static final Arbitrary<String> SOURCES = Arbitraries.of("kindle", "web");
    private static final Arbitrary<String> TAGS = Arbitraries.of("x", "y", "%", "_", "|", "é");
    private static final Arbitrary<String> AUTHORS = Arbitraries.of("Ada", "Grace");
    private static final Arbitrary<String> THREADS = Arbitraries.of("t1", "t2");
    private static final Arbitrary<Access> ACCESS = Arbitraries.of(Access.class);
    private static final Arbitrary<Instant> TIMES = Arbitraries.of(
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("1815-12-10T00:00:00Z"),
            Records.START,
            Records.START.plusNanos(1),
            Records.START.plusSeconds(60),
            Instant.parse("9999-12-31T23:59:59Z"));
    private static final Arbitrary<Json> JSON =
            Arbitraries.of("null", "{ \"a\" : 1.0 }", "\"\\ud800\"").map(Json::new);

    private Commands() {}

    static Arbitrary<List<Command>> some() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, submits()),
                        Tuple.of(2, Combinators.combine(APPS, IDS).as(Command.Delete::new)),
                        Tuple.of(2, Combinators.combine(APPS, IDS).as(Command.Bin::new)),
                        Tuple.of(2, Combinators.combine(APPS, IDS).as(Command.Unbin::new)),
                        Tuple.of(
                                3,
                                Combinators.combine(Arbitraries.integers().between(1, 4), Arbitraries.of(true, false))
                                        .as(Command.Enrich::new)),
                        Tuple.of(6, lists()),
                        Tuple.of(1, Arbitraries.just(new Command.Restart())))
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }

    private static Arbitrary<Command> submits() {
        return Combinators.combine(APPS, records().list().ofMinSize(0).ofMaxSize(6))
                .as(Command.Submit::new);
    }

    private static Arbitrary<Command> lists() {
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        Arbitrary<Visibility> visibility =
                Combinators.combine(APPS.injectNull(0.3), flags, flags, flags).as(Visibility::new);
        Arbitrary<RecordFilter> filter = Combinators.combine(
                        SOURCES.injectNull(0.8),
                        TAGS.injectNull(0.8),
                        THREADS.injectNull(0.8),
                        AUTHORS.injectNull(0.8),
                        APPS.injectNull(0.8),
                        ACCESS.injectNull(0.8),
                        TIMES.injectNull(0.8),
                        TIMES.injectNull(0.8))
                .as(RecordFilter::new);
        return Combinators.combine(visibility, filter, Arbitraries.integers().between(1, 4))
                .as(Command.ListAll::new);
    }

    private static Arbitrary<HinataRecord> records() {
        Arbitrary<String> notes = Arbitraries.oneOf(
                Arbitraries.of("note", ""), Arbitraries.strings().all().ofMaxLength(20));
        return Combinators.combine(
                        IDS, TIMES, SOURCES, notes, TAGS.list().ofMaxSize(3), ACCESS, AUTHORS.injectNull(0.5), extras())
                .as((id, time, source, note, tags, access, author, extra) -> new HinataRecord(
                        id,
                        time,
                        source,
                        "highlight",
                        note,
                        "t1#" + id,
                        tags,
                        access,
                        author,
                        extra.get1(),
                        extra.get2(),
                        extra.get2()));
    }

    private static Arbitrary<Tuple.Tuple2<String, Json>> extras() {
        return Combinators.combine(THREADS.injectNull(0.5), JSON.injectNull(0.5))
                .as(Tuple::of);
    }
}
