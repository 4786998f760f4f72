package org.byenatos.hotswap;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;

/** Gives a bundle's new packages to the bundles that use them. They are restarted for it: this is not seamless. */
final class Refresh {

    private static final long LIMIT_SECONDS = 60;

    private Refresh() {}

    /** Refreshes what depends on a bundle, and returns when that is done. */
    static void of(FrameworkWiring wiring, Bundle bundle) throws InterruptedException, BundleException {
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring.refreshBundles(List.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        if (!refreshed.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new BundleException("the bundles that use " + bundle.getSymbolicName() + " do not restart");
        }
    }
}
