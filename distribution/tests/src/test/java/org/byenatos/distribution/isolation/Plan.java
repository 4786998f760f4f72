package org.byenatos.distribution.isolation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.byenatos.api.app.Scope;
import org.byenatos.api.hinata.Access;

/**
 * A small world to be: who is granted what, and what is written.
 *
 * @param users how many people
 * @param apps how many apps
 * @param grants what each app may do for each user; no entry for a grant that was taken back
 * @param writes what is written, in order
 */
record Plan(int users, int apps, Map<Pair, Set<Scope>> grants, List<Write> writes) {

    /** One app acting for one user. */
    record Pair(int user, int app) {}

    /**
     * A record written, or deleted.
     *
     * @param by which app for whom
     * @param id the record's, from a few, so that apps share identifiers and records get revisions
     * @param access its level
     * @param deletion whether it is taken away instead
     */
    record Write(Pair by, int id, Access access, boolean deletion) {}

    private static final int IDS = 3;

    static Arbitrary<Plan> any() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(2, 3))
                .flatAs((users, apps) -> {
                    Arbitrary<Pair> pairs = Combinators.combine(
                                    Arbitraries.integers().between(0, users - 1),
                                    Arbitraries.integers().between(0, apps - 1))
                            .as(Pair::new);
                    Arbitrary<Set<Scope>> scopes =
                            Arbitraries.of(Scope.class).set().ofMinSize(1);
                    return Combinators.combine(
                                    Arbitraries.maps(pairs, scopes).ofMaxSize(users * apps),
                                    write(pairs).list().ofMaxSize(8))
                            .as((grants, writes) -> new Plan(users, apps, grants, writes));
                });
    }

    private static Arbitrary<Write> write(Arbitrary<Pair> pairs) {
        return Combinators.combine(
                        pairs,
                        Arbitraries.integers().between(0, IDS - 1),
                        Arbitraries.of(Access.class),
                        Arbitraries.of(true, false, false, false, false, false))
                .as(Write::new);
    }
}
