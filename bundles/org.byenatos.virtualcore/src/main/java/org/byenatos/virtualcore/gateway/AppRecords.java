package org.byenatos.virtualcore.gateway;

import java.util.List;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppRegistry;
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.app.AppUpdate;
import org.byenatos.api.app.User;
import org.byenatos.api.app.UserDirectory;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.virtualcore.runtime.Modules;

/** Deletes all records of an app, of whichever user. */
final class AppRecords {

    private static final int AT_ONCE = 500;

    private final Modules modules;

    AppRecords(Modules modules) {
        this.modules = modules;
    }

    /**
     * Stops the app, so that it adds nothing meanwhile, and deletes its records. Cut short, it can be done again, because
     * the app is still there.
     *
     * @return how many records went
     */
    int remove(String appId) {
        App app = modules.apps()
                .call((AppRegistry apps) -> apps.find(appId))
                .orElseThrow(() -> new NotFoundException("There is no app " + appId + "."));
        if (app.status() == AppStatus.ACTIVE) {
            modules.apps().run(apps -> apps.update(appId, AppUpdate.to(AppStatus.PAUSED), true));
        }
        return modules.users().call(UserDirectory::list).stream()
                .map(User::userId)
                .mapToInt(userId -> remove(userId, appId))
                .sum();
    }

    private int remove(String userId, String appId) {
        int removed = 0;
        List<RecordRef> gone = next(userId, appId);
        while (!gone.isEmpty()) {
            List<RecordRef> refs = gone;
            modules.memory().run(memory -> memory.forget(userId, refs));
            modules.pspHistory().run(history -> history.forget(userId, refs));
            removed += gone.size();
            gone = next(userId, appId);
        }
        return removed;
    }

    private List<RecordRef> next(String userId, String appId) {
        return modules.storage().call(storage -> storage.deleteAll(userId, appId, AT_ONCE));
    }
}
