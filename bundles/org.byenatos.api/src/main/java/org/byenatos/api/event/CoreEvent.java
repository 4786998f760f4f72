package org.byenatos.api.event;

import java.time.Instant;
import java.util.List;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordRef;
import org.jspecify.annotations.Nullable;

/** Something that happened in the core. Events name things; they never hold contents. */
public sealed interface CoreEvent {

    /** When. */
    Instant at();

    /** For whom, {@code null} if for nobody in particular. */
    @Nullable
    String userId();

    /** Its name in the contract: {@code hinata.stored}, … */
    String name();

    /**
     * Records were stored.
     *
     * @param at when
     * @param userId for whom
     * @param appId by which app
     * @param count how many are new or revised
     */
    record HinataStored(Instant at, String userId, String appId, int count) implements CoreEvent {
        @Override
        public String name() {
            return "hinata.stored";
        }
    }

    /**
     * A record that an event is about.
     *
     * @param ref which
     * @param access who may see it
     */
    record Subject(RecordRef ref, Access access) {}

    /**
     * Records were enriched.
     *
     * @param at when
     * @param userId for whom
     * @param jobId by which job
     * @param records which
     */
    record HinataEnriched(Instant at, String userId, String jobId, List<Subject> records) implements CoreEvent {

        public HinataEnriched {
            records = List.copyOf(records);
        }

        @Override
        public String name() {
            return "hinata.enriched";
        }
    }

    /**
     * The memory of a person changed.
     *
     * @param at when
     * @param userId for whom
     * @param changed how many components
     */
    record PspUpdated(Instant at, String userId, int changed) implements CoreEvent {
        @Override
        public String name() {
            return "psp.updated";
        }
    }

    /**
     * A session ended by a call.
     *
     * @param at when
     * @param userId for whom
     * @param appId of which app
     * @param sessionId which
     */
    record SessionClosed(Instant at, String userId, String appId, String sessionId) implements CoreEvent {
        @Override
        public String name() {
            return "session.closed";
        }
    }

    /**
     * Something became of an app.
     *
     * @param at when
     * @param appId which app
     * @param what {@code registered}, {@code updated}, {@code approved}, {@code paused}, {@code resumed},
     *     {@code key_rotated} or {@code removed}
     */
    record AppChanged(Instant at, String appId, String what) implements CoreEvent {
        @Override
        public @Nullable String userId() {
            return null;
        }

        @Override
        public String name() {
            return "app." + what;
        }
    }

    /**
     * Something became of a grant.
     *
     * @param at when
     * @param userId on whose data
     * @param appId to which app
     * @param what {@code changed} or {@code revoked}
     */
    record GrantChanged(Instant at, String userId, String appId, String what) implements CoreEvent {
        @Override
        public String name() {
            return "grant." + what;
        }
    }

    /**
     * A user was erased. It is nobody's event: of the user nothing is kept.
     *
     * @param at when
     * @param erased who
     */
    record UserErased(Instant at, String erased) implements CoreEvent {
        @Override
        public @Nullable String userId() {
            return null;
        }

        @Override
        public String name() {
            return "user.erased";
        }
    }

    /**
     * A model came into memory, left it, or became the default of its task.
     *
     * @param at when
     * @param model its id
     * @param what {@code loaded}, {@code unloaded} or {@code default}
     */
    record ModelChanged(Instant at, String model, String what) implements CoreEvent {
        @Override
        public @Nullable String userId() {
            return null;
        }

        @Override
        public String name() {
            return "model." + what;
        }
    }
}
