package org.byenatos.applifecycle.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Set;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppLimits;
import org.byenatos.api.app.AppUpdate;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.applifecycle.Core;
import org.junit.jupiter.api.Test;

class DayQuotasTest {

    private final Core core = new Core();
    private final App app = limited();

    @Test
    void whatTheDayDoesNotHoldIsPossibleWhenItIsSaid() {
        core.scheduler.draw(app, 8, 500);

        LimitExceededException refused =
                catchThrowableOfType(LimitExceededException.class, () -> core.scheduler.draw(app, 3, 1));

        core.clock.pass(refused.retryAfter().minusMillis(1));
        assertThatThrownBy(() -> core.scheduler.draw(app, 3, 1)).isInstanceOf(LimitExceededException.class);
        core.clock.pass(Duration.ofMillis(1));
        core.scheduler.draw(app, 3, 1);
    }

    @Test
    void bytesCountToo() {
        core.scheduler.draw(app, 1, 900);

        assertThatThrownBy(() -> core.scheduler.draw(app, 1, 101)).isInstanceOf(LimitExceededException.class);
        core.scheduler.draw(app, 1, 100);
    }

    @Test
    void whatWasNotNeededIsGivenBack() {
        core.scheduler.draw(app, 10, 1_000).giveBack(4, 400);

        core.scheduler.draw(app, 4, 400);
        assertThatThrownBy(() -> core.scheduler.draw(app, 1, 0)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void whatIsGivenBackTheDayAfterChangesNothing() {
        var drawn = core.scheduler.draw(app, 10, 1_000);
        core.clock.pass(Duration.ofDays(1));
        core.scheduler.draw(app, 10, 1_000);

        drawn.giveBack(10, 1_000);

        assertThatThrownBy(() -> core.scheduler.draw(app, 1, 1)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void whatNoDayHoldsIsNotSentBackToWait() {
        assertThatThrownBy(() -> core.scheduler.draw(app, 11, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> core.scheduler.draw(app, 1, 1_001)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aRestartGoesOnCounting() {
        core.scheduler.draw(app, 9, 10);
        core.quotas().write(Set.of("writer"));

        Core next = core.restarted();

        assertThatThrownBy(() -> next.scheduler.draw(app, 2, 10)).isInstanceOf(LimitExceededException.class);
        next.scheduler.draw(app, 1, 10);
        int writes = core.store.writes();
        core.quotas().write(Set.of("writer"));
        assertThat(core.store.writes()).isEqualTo(writes);
    }

    private App limited() {
        core.register("writer");
        AppLimits.Changes limits = new AppLimits.Changes(null, null, null, 10L, 1_000L, null);
        return core.apps.update("writer", AppUpdate.to(limits), true);
    }
}
