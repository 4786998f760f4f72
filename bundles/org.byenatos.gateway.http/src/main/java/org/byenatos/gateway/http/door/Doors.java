package org.byenatos.gateway.http.door;

import jakarta.servlet.Servlet;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.byenatos.api.runtime.ServiceSlot;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/**
 * Keeps one {@link Door} for each path that gateways serve. The whiteboard destroys a servlet, and an outranked one even
 * before it stops to send requests there, so that some end with status 500; a door is never taken away while the
 * container runs. A gateway registers its servlet with the property {@value #PATH}; it is neither initialised nor destroyed.
 */
@Component(
        immediate = true,
        service = {})
public final class Doors {

    /** The service property that names the pattern of paths. */
    static final String PATH = "byenatos.door";

    private final BundleContext context;
    private final Map<String, Door> doors = new HashMap<>();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    /** @param context where doors are registered */
    @Activate
    public Doors(BundleContext context) {
        this.context = context;
    }

    @Deactivate
    synchronized void stop() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            cardinality = ReferenceCardinality.MULTIPLE,
            target = "(" + PATH + "=*)",
            unbind = "removeServlet")
    synchronized void addServlet(ServiceReference<Servlet> reference, Servlet servlet) {
        String path = (String) reference.getProperty(PATH);
        Door door = doors.get(path);
        if (door != null) {
            door.add(reference, servlet);
            return;
        }
        Door first = new Door(ServiceSlot.of("What answers " + path));
        first.add(reference, servlet);
        doors.put(path, first);
        registrations.add(context.registerService(Servlet.class, first, properties(path)));
    }

    synchronized void removeServlet(ServiceReference<Servlet> reference) {
        Door door = doors.get((String) reference.getProperty(PATH));
        if (door != null) {
            door.remove(reference);
        }
    }

    private static Dictionary<String, Object> properties(String path) {
        Dictionary<String, Object> properties = FrameworkUtil.asDictionary(new HashMap<>());
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, path);
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED, true);
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "Byenatos " + path);
        return properties;
    }
}
