package org.byenatos.applifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppRegistration;
import org.byenatos.api.app.AppRegistry;
import org.byenatos.api.app.AppUpdate;
import org.byenatos.api.app.NewKey;
import org.byenatos.api.app.RegisteredApp;
import org.byenatos.api.runtime.CallGate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides the apps. */
@Component(service = AppRegistry.class)
public final class AppRegistryService implements AppRegistry {

    private final CallGate gate;
    private final AppRegistry apps;
    private final Runnable news;

    /** @param module what the calls go to */
    @Activate
    public AppRegistryService(@Reference AppLifecycle module) {
        this.gate = module.gate();
        this.apps = module.apps();
        this.news = module::news;
    }

    @Override
    public RegisteredApp register(AppRegistration registration, boolean byOwner) {
        return gate.call(() -> apps.register(registration, byOwner));
    }

    @Override
    public Optional<App> find(String appId) {
        return gate.call(() -> apps.find(appId));
    }

    @Override
    public List<App> list() {
        return gate.call(apps::list);
    }

    @Override
    public App update(String appId, AppUpdate update, boolean byOwner) {
        App changed = gate.call(() -> apps.update(appId, update, byOwner));
        news.run();
        return changed;
    }

    @Override
    public App approve(String appId) {
        return gate.call(() -> apps.approve(appId));
    }

    @Override
    public NewKey rotateKey(String appId, @Nullable Duration overlap) {
        return gate.call(() -> apps.rotateKey(appId, overlap));
    }

    @Override
    public boolean remove(String appId) {
        boolean there = gate.call(() -> apps.remove(appId));
        news.run();
        return there;
    }
}
