package org.byenatos.virtualcore.gateway;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.byenatos.api.app.User;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.upkeep.Erasure;
import org.byenatos.virtualcore.runtime.Modules;

/**
 * Erases users: first nobody can do anything for them any more, then the key goes and all that is kept, then what modules
 * hold in memory. Done again, it ends what was cut short. User {@code owner} is emptied and stays.
 */
final class Eraser {

    private final Modules modules;
    private final Consumer<CoreEvent> events;
    private final Clock clock;

    Eraser(Modules modules, Consumer<CoreEvent> events, Clock clock) {
        this.modules = modules;
        this.events = events;
        this.clock = clock;
    }

    Erasure erase(String userId) {
        Map<String, Long> directory = modules.users().call(users -> users.remove(userId));
        Erasure erasure = modules.archive().call(archive -> archive.erase(userId));
        if (directory.isEmpty()
                && !erasure.keyDestroyed()
                && erasure.counts().values().stream().allMatch(count -> count == 0)) {
            modules.archive().run(archive -> archive.admit(userId));
            throw new NotFoundException("There is no user " + userId + ".");
        }
        modules.ipc().run(ipc -> ipc.forget(userId));
        modules.memory().run(memory -> memory.forget(userId, List.of()));
        if (userId.equals(User.OWNER)) {
            modules.archive().run(archive -> archive.admit(userId));
        }
        for (Map.Entry<String, Long> gone : directory.entrySet()) {
            erasure = erasure.with(gone.getKey(), gone.getValue());
        }
        events.accept(new CoreEvent.UserErased(clock.instant(), userId));
        return erasure;
    }
}
