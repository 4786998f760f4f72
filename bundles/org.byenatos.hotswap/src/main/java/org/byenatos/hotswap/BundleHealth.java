package org.byenatos.hotswap;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Whether a bundle came up: active, and every component that it enables satisfied. */
final class BundleHealth {

    private static final int UNSATISFIED =
            ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION | ComponentConfigurationDTO.UNSATISFIED_REFERENCE;

    private final ServiceComponentRuntime components;
    private final Duration patience;

    BundleHealth(ServiceComponentRuntime components, Duration patience) {
        this.components = components;
        this.patience = patience;
    }

    /** Waits until the bundle is up; says what is wrong if it does not come up in time. */
    Optional<String> await(Bundle bundle) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Optional<String> fault = fault(bundle);
        while (fault.isPresent() && System.nanoTime() < end) {
            Thread.sleep(20);
            fault = fault(bundle);
        }
        return fault;
    }

    private Optional<String> fault(Bundle bundle) {
        if (bundle.getState() != Bundle.ACTIVE) {
            return Optional.of("it does not start");
        }
        return components.getComponentDescriptionDTOs(bundle).stream()
                .filter(component -> component.defaultEnabled)
                .filter(component -> !isUp(component))
                .map(component -> "its component " + component.name + " is not satisfied")
                .findFirst();
    }

    private boolean isUp(ComponentDescriptionDTO component) {
        Collection<ComponentConfigurationDTO> configurations = components.getComponentConfigurationDTOs(component);
        return !configurations.isEmpty()
                && configurations.stream()
                        .allMatch(configuration -> (configuration.state & UNSATISFIED) == 0
                                && configuration.state != ComponentConfigurationDTO.FAILED_ACTIVATION);
    }
}
