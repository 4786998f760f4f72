package org.byenatos.applifecycle.state;

import org.byenatos.api.app.App;

/**
 * An app as it is kept.
 *
 * @param app the app
 * @param keyHash the hash of its key
 */
public record AppEntry(App app, String keyHash) {

    /** The same with the app changed. */
    public AppEntry with(App changed) {
        return new AppEntry(changed, keyHash);
    }

    @Override
    public String toString() {
        return "AppEntry[" + app.appId() + "]";
    }
}
