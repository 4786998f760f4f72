package org.byenatos.applifecycle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.NewUser;
import org.byenatos.api.app.User;
import org.byenatos.api.app.UserDirectory;
import org.byenatos.api.common.Json;
import org.byenatos.api.runtime.CallGate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides the users and what they granted. */
@Component(service = UserDirectory.class)
public final class UserDirectoryService implements UserDirectory {

    private final CallGate gate;
    private final UserDirectory users;
    private final Runnable news;

    /** @param module what the calls go to */
    @Activate
    public UserDirectoryService(@Reference AppLifecycle module) {
        this.gate = module.gate();
        this.users = module.users();
        this.news = module::news;
    }

    @Override
    public NewUser create(String userId, @Nullable String displayName) {
        return gate.call(() -> users.create(userId, displayName));
    }

    @Override
    public Optional<User> find(String userId) {
        return gate.call(() -> users.find(userId));
    }

    @Override
    public List<User> list() {
        return gate.call(users::list);
    }

    @Override
    public Grant grant(Grant grant) {
        Grant changed = gate.call(() -> users.grant(grant));
        news.run();
        return changed;
    }

    @Override
    public Optional<Grant> grant(String userId, String appId) {
        return gate.call(() -> users.grant(userId, appId));
    }

    @Override
    public boolean adopt(String userId, Json document) {
        boolean adopted = gate.call(() -> users.adopt(userId, document));
        news.run();
        return adopted;
    }

    @Override
    public Map<String, Long> remove(String userId) {
        Map<String, Long> gone = gate.call(() -> users.remove(userId));
        news.run();
        return gone;
    }

    @Override
    public boolean revoke(String userId, String appId) {
        boolean held = gate.call(() -> users.revoke(userId, appId));
        news.run();
        return held;
    }
}
