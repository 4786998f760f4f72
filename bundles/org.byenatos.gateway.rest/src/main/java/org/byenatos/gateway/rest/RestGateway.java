package org.byenatos.gateway.rest;

import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.byenatos.api.Administration;
import org.byenatos.api.PersonalData;
import org.byenatos.api.Safekeeping;
import org.byenatos.api.Upkeep;
import org.byenatos.api.VirtualCore;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.ipc.EventSignal;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.gateway.rest.http.ApiServlet;
import org.byenatos.gateway.rest.http.HostGuard;
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
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * The REST gateway: registers the contract's servlet and the guard of all paths. Both rank by the bundle's identifier,
 * so that a newer copy takes over from an older one before that is removed and no request falls between them.
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
        Dictionary<String, Object> everywhere = ranked(context);
        registrations.add(context.registerService(
                Preprocessor.class, new HostGuard(names(context), this::isAppOrigin), everywhere));
        Dictionary<String, Object> properties = ranked(context);
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, "/api/v1/*");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED, true);
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "Byenatos REST");
        registrations.add(
                context.registerService(Servlet.class, new ApiServlet(RouteTable.of(core, streams), gate), properties));
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        streams.close();
        gate.close();
    }

    private boolean isAppOrigin(String origin) {
        try {
            return core.admin().call(admin -> admin.isAppOrigin(origin));
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

    private static Dictionary<String, Object> ranked(BundleContext context) {
        Dictionary<String, Object> properties = FrameworkUtil.asDictionary(new HashMap<>());
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
