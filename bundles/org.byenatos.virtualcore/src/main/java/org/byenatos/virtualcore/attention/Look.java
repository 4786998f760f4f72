package org.byenatos.virtualcore.attention;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * One look at a user's history for one record: counts what was stored before it, happened within the window that ends
 * with it, and may count for it by {@link Readers}.
 */
final class Look {

    private static final int NAME_BYTES = 8;
    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    private final AttentionSettings settings;
    private final History history;
    private final Sight sight;
    private final Visibility app;
    private final Instant until;
    private final Instant since;
    private int similar = 1;
    private double nearest;
    private @Nullable Seen neighbour;

    /**
     * @param history among what to look
     * @param sight for which record
     * @param app what its app may see
     */
    Look(AttentionSettings settings, History history, Sight sight, Visibility app) {
        this.settings = settings;
        this.history = history;
        this.sight = sight;
        this.app = app;
        this.until = sight.stored().record().timestamp();
        this.since = until.minus(settings.window());
    }

    /** Looks for what is like the record. */
    Look around() {
        Meaning meaning = sight.meaning();
        if (meaning == null) {
            history.all(this::compareWords);
        } else {
            history.near(meaning, seen -> compare(meaning, seen));
        }
        return this;
    }

    /** The cluster that the record belongs to; {@code null} if there is no model to tell. */
    @Nullable
    String cluster() {
        if (sight.meaning() == null) {
            return null;
        }
        Seen near = neighbour;
        return near == null || near.cluster == null ? founded(sight.stored()) : near.cluster;
    }

    /** What the formula takes. */
    AttentionFormula.Facts facts() {
        long[] times = new long[history.at(sight.place()).size() + 1];
        times[0] = until.getEpochSecond();
        int count = 1;
        int notes = sight.letters() > 0 ? 1 : 0;
        long letters = sight.letters();
        double seconds = sight.seconds();
        for (Seen seen : history.at(sight.place())) {
            if (counts(seen)) {
                times[count++] = seen.at.getEpochSecond();
                notes += seen.letters > 0 ? 1 : 0;
                letters += seen.letters;
                seconds += seen.seconds;
            }
        }
        Arrays.sort(times, 0, count);
        boolean somewhere = !sight.place().isEmpty();
        return new AttentionFormula.Facts(
                similar,
                notes,
                notes == 0 ? 0 : (double) letters / notes,
                somewhere ? visits(times, count) : 0,
                somewhere ? (times[count - 1] - times[0]) / DAY_SECONDS : 0,
                seconds);
    }

    private int visits(long[] times, int count) {
        long gap = settings.visitGap().toSeconds();
        int visits = 1;
        for (int i = 1; i < count; i++) {
            visits += times[i] - times[i - 1] > gap ? 1 : 0;
        }
        return visits;
    }

    private void compare(Meaning meaning, Seen seen) {
        if (seen.meaning == null || !counts(seen)) {
            return;
        }
        double cosine = meaning.cosine(seen.meaning);
        similar += cosine >= settings.likeness().similar() ? 1 : 0;
        if (cosine >= settings.likeness().cluster() && nearer(cosine, seen)) {
            nearest = cosine;
            neighbour = seen;
        }
    }

    /** Of two that are as near the one that was stored first, wherever each is held. */
    private boolean nearer(double cosine, Seen seen) {
        Seen other = neighbour;
        return other == null || cosine > nearest || (cosine == nearest && seen.seq < other.seq);
    }

    private void compareWords(Seen seen) {
        if (counts(seen)
                && sight.concepts().shared(seen.concepts) >= settings.likeness().sharedConcepts()) {
            similar++;
        }
    }

    private boolean counts(Seen seen) {
        StoredRecord stored = sight.stored();
        return seen.seq < stored.seq()
                && !seen.at.isAfter(until)
                && !seen.at.isBefore(since)
                && !seen.ref.equals(stored.ref())
                && Readers.count(app, stored.record().access(), seen.ref, seen.access);
    }

    /** A name that tells nothing of the record when that has been deleted. */
    private static String founded(StoredRecord founder) {
        String named = founder.appId() + "\n" + founder.record().id() + "\n" + founder.revision();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
