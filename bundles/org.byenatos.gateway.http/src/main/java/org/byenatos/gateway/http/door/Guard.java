package org.byenatos.gateway.http.door;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.byenatos.api.Administration;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.runtime.ServiceSlot;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/** Puts the {@link HostGuard} before every path of the server, for as long as the container runs. */
@Component(
        immediate = true,
        service = {})
public final class Guard {

    private final ServiceSlot<Administration> admin = ServiceSlot.of("VirtualCore");
    private final ServiceRegistration<Preprocessor> registration;

    /** @param context where this machine's further names are told and the guard is registered */
    @Activate
    public Guard(BundleContext context) {
        this.registration =
                context.registerService(Preprocessor.class, new HostGuard(names(context), this::isAppOrigin), null);
    }

    @Deactivate
    void stop() {
        registration.unregister();
    }

    private boolean isAppOrigin(String origin) {
        try {
            return admin.call(administration -> administration.isAppOrigin(origin));
        } catch (ByenatosException notNow) {
            return false;
        }
    }

    private static Set<String> names(BundleContext context) {
        return Stream.ofNullable(context.getProperty("byenatos.hosts"))
                .flatMap(hosts -> Stream.of(hosts.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindAdministration(Administration service) {
        admin.bind(service);
    }

    void unbindAdministration(Administration service) {
        admin.unbind(service);
    }
}
