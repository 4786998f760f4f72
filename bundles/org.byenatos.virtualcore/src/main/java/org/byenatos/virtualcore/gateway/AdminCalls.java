package org.byenatos.virtualcore.gateway;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.byenatos.api.Administration;
import org.byenatos.api.CoreStatus;
import org.byenatos.api.Credential;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppRegistry;
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.app.AppUpdate;
import org.byenatos.api.app.Caller;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.NewKey;
import org.byenatos.api.app.NewUser;
import org.byenatos.api.app.User;
import org.byenatos.api.app.UserDirectory;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.virtualcore.runtime.Modules;
import org.byenatos.virtualcore.runtime.RuntimeManager;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the owner administers, behind the door. */
@Component(service = Administration.class)
public final class AdminCalls implements Administration {

    private final ApiGateway gateway;
    private final Modules modules;
    private final RuntimeManager runtime;
    private final AppRecords records;
    private final Consumer<CoreEvent> events;
    private final Clock clock;

    /** @param kernel what the calls are wired to */
    @Activate
    public AdminCalls(@Reference Kernel kernel) {
        this.gateway = kernel.gateway();
        this.modules = kernel.modules();
        this.runtime = kernel.runtime();
        this.records = new AppRecords(modules);
        this.events = kernel.events();
        this.clock = kernel.clock();
    }

    @Override
    public CoreStatus status() {
        return runtime.status();
    }

    @Override
    public boolean isAppOrigin(String origin) {
        return modules.apps().call(AppRegistry::list).stream()
                .anyMatch(
                        app -> app.status() == AppStatus.ACTIVE && app.origins().contains(origin));
    }

    @Override
    public List<App> apps(Credential credential) {
        return asOwner(credential, "apps_list", () -> modules.apps().call(AppRegistry::list));
    }

    @Override
    public App app(Credential credential, String appId) {
        return onApp(credential, "app_read", appId, () -> modules.apps()
                .call(apps -> apps.find(appId))
                .orElseThrow(() -> noApp(appId)));
    }

    @Override
    public App updateApp(Credential credential, String appId, AppUpdate update) {
        return gateway.enter(
                credential, "app_update", caller -> Requirements.ownerOrApp(caller, appId), (caller, line) -> {
                    boolean byOwner = caller instanceof Caller.Owner;
                    App app = modules.apps().call(apps -> apps.update(appId, update, byOwner));
                    AppStatus status = update.status();
                    tell(appId, status == null ? "updated" : status == AppStatus.PAUSED ? "paused" : "resumed");
                    return app;
                });
    }

    @Override
    public void removeApp(Credential credential, String appId, boolean withRecords) {
        gateway.enter(credential, "app_remove", Requirements::owner, (caller, line) -> {
            if (withRecords) {
                line.count(records.remove(appId));
            }
            if (!modules.apps().call(apps -> apps.remove(appId))) {
                throw noApp(appId);
            }
            tell(appId, "removed");
            return appId;
        });
    }

    @Override
    public App approveApp(Credential credential, String appId) {
        return asOwner(credential, "app_approve", () -> {
            App app = modules.apps().call(apps -> apps.approve(appId));
            tell(appId, "approved");
            return app;
        });
    }

    @Override
    public NewKey rotateAppKey(Credential credential, String appId, @Nullable Duration overlap) {
        return onApp(credential, "app_key_rotate", appId, () -> {
            NewKey key = modules.apps().call(apps -> apps.rotateKey(appId, overlap));
            gateway.made(key.key());
            tell(appId, "key_rotated");
            return key;
        });
    }

    @Override
    public NewUser createUser(Credential credential, String userId, @Nullable String displayName) {
        return asOwner(credential, "user_create", () -> {
            modules.archive().run(archive -> archive.admit(userId));
            NewUser user = modules.users().call(users -> users.create(userId, displayName));
            gateway.made(user.token());
            return user;
        });
    }

    @Override
    public List<User> users(Credential credential) {
        return asOwner(credential, "users_list", () -> modules.users().call(UserDirectory::list));
    }

    @Override
    public Grant grant(Credential credential, Grant grant) {
        return onUser(credential, "grant_put", grant.userId(), () -> {
            Grant granted = modules.users().call(users -> users.grant(grant));
            events.accept(new CoreEvent.GrantChanged(clock.instant(), grant.userId(), grant.appId(), "changed"));
            return granted;
        });
    }

    @Override
    public Grant grant(Credential credential, String userId, String appId) {
        return onUser(credential, "grant_read", userId, () -> modules.users()
                .call(users -> users.grant(userId, appId))
                .orElseThrow(() -> noGrant(userId, appId)));
    }

    @Override
    public void revokeGrant(Credential credential, String userId, String appId) {
        boolean there = onUser(
                credential, "grant_revoke", userId, () -> modules.users().call(users -> users.revoke(userId, appId)));
        if (!there) {
            throw noGrant(userId, appId);
        }
        events.accept(new CoreEvent.GrantChanged(clock.instant(), userId, appId, "revoked"));
    }

    private void tell(String appId, String what) {
        events.accept(new CoreEvent.AppChanged(clock.instant(), appId, what));
    }

    private <R> R asOwner(Credential credential, String action, Supplier<R> work) {
        return gateway.enter(credential, action, Requirements::owner, (caller, line) -> work.get());
    }

    private <R> R onApp(Credential credential, String action, String appId, Supplier<R> work) {
        return gateway.enter(
                credential, action, caller -> Requirements.ownerOrApp(caller, appId), (caller, line) -> work.get());
    }

    private <R> R onUser(Credential credential, String action, String userId, Supplier<R> work) {
        return gateway.enter(credential, action, caller -> Requirements.ownerOrUser(caller, userId), (caller, line) -> {
            line.onUser(userId);
            return work.get();
        });
    }

    private static NotFoundException noApp(String appId) {
        return new NotFoundException("There is no app " + appId + ".");
    }

    private static NotFoundException noGrant(String userId, String appId) {
        return new NotFoundException("App " + appId + " has no grant on user " + userId + ".");
    }
}
