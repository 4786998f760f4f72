package org.byenatos.gateway.rest;

import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import org.byenatos.api.Administration;
import org.byenatos.api.PersonalData;
import org.byenatos.api.Safekeeping;
import org.byenatos.api.Upkeep;
import org.byenatos.api.VirtualCore;
import org.byenatos.api.ipc.EventSignal;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.gateway.rest.http.ApiServlet;
import org.byenatos.gateway.rest.route.Core;
import org.byenatos.gateway.rest.stream.EventStreams;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The REST gateway: registers the contract's servlet for its door, which {@code org.byenatos.gateway.http} keeps. It ranks
 * by the bundle's identifier, so that a newer copy takes over from an older one before that is removed.
 */
@Component(immediate = true)
public final class RestGateway {

    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final Core core = Core.empty();
    private final EventStreams streams = new EventStreams(core.data());
    private final CallGate gate = new CallGate("The REST gateway", DRAIN);
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    @Activate
    void start(BundleContext context) {
        streams.start();
        registrations.add(context.registerService(EventSignal.class, streams, null));
        registrations.add(context.registerService(
                Servlet.class, new ApiServlet(RouteTable.of(core, streams), gate), door(context)));
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        gate.close();
        streams.close();
    }

    private static Dictionary<String, Object> door(BundleContext context) {
        Dictionary<String, Object> properties = FrameworkUtil.asDictionary(new HashMap<>());
        properties.put("byenatos.door", "/api/v1/*");
        properties.put(Constants.SERVICE_RANKING, (int)
                Math.min(Integer.MAX_VALUE, context.getBundle().getBundleId()));
        return properties;
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindVirtualCore(VirtualCore service) {
        core.calls().bind(service);
    }

    void unbindVirtualCore(VirtualCore service) {
        core.calls().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindPersonalData(PersonalData service) {
        core.data().bind(service);
    }

    void unbindPersonalData(PersonalData service) {
        core.data().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindAdministration(Administration service) {
        core.admin().bind(service);
    }

    void unbindAdministration(Administration service) {
        core.admin().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindSafekeeping(Safekeeping service) {
        core.safekeeping().bind(service);
    }

    void unbindSafekeeping(Safekeeping service) {
        core.safekeeping().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindUpkeep(Upkeep service) {
        core.upkeep().bind(service);
    }

    void unbindUpkeep(Upkeep service) {
        core.upkeep().unbind(service);
    }
}
