package org.byenatos.hotswap;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.dto.ServiceReferenceDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Whether a bundle came up: active, and its components made as far as those of the copy before it were. */
final class BundleHealth {

    private static final int LOOK_MILLIS = 20;

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final Duration patience;

    /**
     * @param context where the bundles are
     * @param components tells how components fare
     * @param patience how long a bundle may take to come up
     */
    BundleHealth(BundleContext context, ServiceComponentRuntime components, Duration patience) {
        this.context = context;
        this.components = components;
        this.patience = patience;
    }

    /** The names of a bundle's components that are not up. */
    Set<String> down(Bundle bundle) {
        return components.getComponentDescriptionDTOs(bundle).stream()
                .filter(component -> component.defaultEnabled && !isUp(component))
                .map(component -> component.name)
                .collect(Collectors.toSet());
    }

    /**
     * Waits until a bundle is up.
     *
     * @param bundle the bundle, started
     * @param tolerated components that need not be up, because they were not before
     * @return what is wrong, if it does not come up
     */
    Optional<String> await(Bundle bundle, Set<String> tolerated) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Optional<String> fault = fault(bundle, tolerated);
        while (fault.isPresent() && !hasFailed(bundle) && System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
            fault = fault(bundle, tolerated);
        }
        return fault;
    }

    private Optional<String> fault(Bundle bundle, Set<String> tolerated) {
        if (bundle.getState() != Bundle.ACTIVE) {
            return Optional.of("it does not start");
        }
        return down(bundle).stream()
                .filter(name -> !tolerated.contains(name))
                .map(name -> "its component " + name + " does not come up")
                .findFirst();
    }

    /** A component whose constructor throws will not do better by waiting. */
    private boolean hasFailed(Bundle bundle) {
        return components.getComponentDescriptionDTOs(bundle).stream()
                .flatMap(this::configurations)
                .anyMatch(configuration -> configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION);
    }

    private boolean isUp(ComponentDescriptionDTO component) {
        Collection<ComponentConfigurationDTO> configurations =
                configurations(component).toList();
        return !configurations.isEmpty()
                && configurations.stream().allMatch(configuration -> isUp(component, configuration));
    }

    private boolean isUp(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        if (configuration.state == ComponentConfigurationDTO.SATISFIED) {
            return !component.immediate && isMade(configuration);
        }
        return configuration.state == ComponentConfigurationDTO.ACTIVE;
    }

    /** A satisfied component is made when its service is first asked for; whether it can be is only known then. */
    private boolean isMade(ComponentConfigurationDTO configuration) {
        ServiceReferenceDTO service = configuration.service;
        if (service == null) {
            return true;
        }
        ServiceReference<?>[] registered = context.getBundle(service.bundle).getRegisteredServices();
        return registered != null
                && Arrays.stream(registered)
                        .filter(reference ->
                                Long.valueOf(service.id).equals(reference.getProperty(Constants.SERVICE_ID)))
                        .allMatch(this::isServed);
    }

    private boolean isServed(ServiceReference<?> reference) {
        try {
            return context.getService(reference) != null;
        } finally {
            context.ungetService(reference);
        }
    }

    private Stream<ComponentConfigurationDTO> configurations(ComponentDescriptionDTO component) {
        return components.getComponentConfigurationDTOs(component).stream();
    }
}
