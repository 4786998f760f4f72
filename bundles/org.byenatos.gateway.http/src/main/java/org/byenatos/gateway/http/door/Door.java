package org.byenatos.gateway.http.door;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.byenatos.api.error.UnavailableException;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.api.runtime.ServiceSlot;

/**
 * The servlet of a path that stays while what answers there is replaced. A request goes to the highest ranked servlet; one
 * that was stopped in that moment says so before it did anything ({@link ModuleStoppedException}), and the request goes to
 * its successor. Thread-safe.
 */
final class Door extends GenericServlet {

    private static final long serialVersionUID = 1L;

    private final transient ServiceSlot<Servlet> slot;
    private final transient NavigableMap<Comparable<?>, Servlet> servlets = new TreeMap<>();

    Door(ServiceSlot<Servlet> slot) {
        this.slot = slot;
    }

    /** A servlet's checked failure on its way through the slot. */
    private static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final ServletException failure;

        Failed(ServletException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /** From now on the servlet answers, unless a higher ranked one does. */
    synchronized void add(Comparable<?> rank, Servlet servlet) {
        servlets.put(rank, servlet);
        slot.bind(servlets.lastEntry().getValue());
    }

    /** From now on the servlet gets no request. */
    synchronized void remove(Comparable<?> rank) {
        Servlet gone = servlets.remove(rank);
        if (!servlets.isEmpty()) {
            slot.bind(servlets.lastEntry().getValue());
        } else if (gone != null) {
            slot.unbind(gone);
        }
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        try {
            slot.run(servlet -> pass(servlet, request, response));
        } catch (UnavailableException away) {
            ((HttpServletResponse) response)
                    .setHeader("Retry-After", Long.toString(away.retryAfter().toSeconds()));
            new Refusal("unavailable", "Not available now", 503, String.valueOf(away.getMessage()))
                    .write((HttpServletResponse) response);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } catch (Failed failed) {
            throw failed.failure;
        }
    }

    private static void pass(Servlet servlet, ServletRequest request, ServletResponse response) {
        try {
            servlet.service(request, response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (ServletException failed) {
            throw new Failed(failed);
        }
    }
}
