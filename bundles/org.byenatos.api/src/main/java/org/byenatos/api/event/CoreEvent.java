package org.byenatos.api.event;

import java.time.Instant;
import java.util.List;
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
     * Records were enriched.
     *
     * @param at when
     * @param userId for whom
     * @param jobId by which job
     * @param refs which records
     */
    record HinataEnriched(Instant at, String userId, String jobId, List<RecordRef> refs) implements CoreEvent {

        public HinataEnriched {
            refs = List.copyOf(refs);
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
     * @param sessionId which
     */
    record SessionClosed(Instant at, String userId, String sessionId) implements CoreEvent {
        @Override
        public String name() {
            return "session.closed";
        }
    }
}
