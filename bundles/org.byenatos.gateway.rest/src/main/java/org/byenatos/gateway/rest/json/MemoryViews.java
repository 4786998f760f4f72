package org.byenatos.gateway.rest.json;

import java.util.List;
import org.byenatos.api.psp.PspChange;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.psp.PspComponentStory;
import org.byenatos.api.psp.PspVersion;
import org.jspecify.annotations.Nullable;

/** The shapes of answers about a person's memory. */
public final class MemoryViews {

    private MemoryViews() {}

    /** A version of a PSP. */
    public record VersionView(long version, String at, String cause, int changes) {
        public static VersionView of(PspVersion version) {
            return new VersionView(version.version(), version.at().toString(), version.cause(), version.changes());
        }
    }

    /** What a version changed of a component; the text is what it said before. */
    public record ChangeView(
            long version, String kind, @Nullable String textBefore) {
        public static ChangeView of(PspChange change) {
            PspComponent before = change.before();
            return new ChangeView(change.version(), change.kind(), before == null ? null : before.text());
        }
    }

    /** A component and what became of it. */
    public record StoryView(
            RecordViews.ComponentView component,
            String validFrom,
            @Nullable String validTo,
            List<ChangeView> history) {
        public static StoryView of(PspComponentStory story) {
            return new StoryView(
                    RecordViews.ComponentView.of(story.component()),
                    story.component().validFrom().toString(),
                    Times.text(story.component().validTo()),
                    story.changes().stream().map(ChangeView::of).toList());
        }
    }
}
