package org.byenatos.datafilesystem.upkeep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.datafilesystem.store.Examination;

/** Looks at every table, then at every user's records, bin and the rest, and at last at what is derived. */
final class VerifyWork implements Work {

    private final Examination examination;
    private final Derived derived;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final List<String> damage = new ArrayList<>();
    private final List<String> rebuilt = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private int done;
    private long after;

    /** A thing to look at; returns whether it has been looked at wholly. */
    private interface Part {
        boolean look();
    }

    VerifyWork(Examination examination, Derived derived) {
        this.examination = examination;
        this.derived = derived;
        Examination.TABLES.forEach(table -> parts.add(() -> table(table)));
        for (String userId : examination.users()) {
            parts.add(() -> records(userId, false));
            parts.add(() -> records(userId, true));
            parts.add(() -> rest(userId));
            parts.add(() -> index(userId));
        }
    }

    @Override
    public boolean step() {
        Part part = parts.element();
        if (part.look()) {
            parts.remove();
            after = 0;
            done++;
        }
        return !parts.isEmpty();
    }

    private boolean table(String table) {
        examination.table(table).ifPresent(damage::add);
        return true;
    }

    private boolean records(String userId, boolean binned) {
        return guarded(userId, () -> {
            Examination.Look look = examination.records(userId, binned, after);
            count(binned ? "binned" : "records", look);
            after = look.last();
            return look.end();
        });
    }

    private boolean rest(String userId) {
        return guarded(userId, () -> {
            count("others", examination.rest(userId));
            return true;
        });
    }

    /** The index is made anew where it holds another number of records than there are. */
    private boolean index(String userId) {
        return guarded(userId, () -> {
            if (!derived.fits(userId)) {
                derived.rebuild(userId);
                rebuilt.add(userId);
            }
            return true;
        });
    }

    private boolean guarded(String userId, Part part) {
        try {
            return part.look();
        } catch (ByenatosException damaged) {
            damage.add("user " + userId + ": " + damaged.getMessage());
            return true;
        }
    }

    private void count(String what, Examination.Look look) {
        counts.merge(what, (long) look.seen(), Long::sum);
        damage.addAll(look.damage());
    }

    @Override
    public int done() {
        return done;
    }

    @Override
    public int total() {
        return done + parts.size();
    }

    @Override
    public Json result() {
        return new Results()
                .put("intact", damage.isEmpty())
                .put("seen", counts)
                .put("damage", damage)
                .put("rebuilt", rebuilt)
                .json();
    }
}
