package org.byenatos.gateway.rest.route;

import org.byenatos.api.Administration;
import org.byenatos.api.PersonalData;
import org.byenatos.api.Safekeeping;
import org.byenatos.api.Upkeep;
import org.byenatos.api.VirtualCore;
import org.byenatos.api.runtime.ServiceSlot;

/**
 * The core behind the gateway; each part may be replaced at any time.
 *
 * @param calls the ten virtual calls
 * @param data calls on personal data beside them
 * @param admin what the owner administers
 * @param safekeeping keys and the audit log
 * @param upkeep care of what is kept
 */
public record Core(
        ServiceSlot<VirtualCore> calls,
        ServiceSlot<PersonalData> data,
        ServiceSlot<Administration> admin,
        ServiceSlot<Safekeeping> safekeeping,
        ServiceSlot<Upkeep> upkeep) {

    /** Empty slots with the usual patience. */
    public static Core empty() {
        return new Core(
                ServiceSlot.of("VirtualCore"),
                ServiceSlot.of("VirtualCore"),
                ServiceSlot.of("VirtualCore"),
                ServiceSlot.of("VirtualCore"),
                ServiceSlot.of("VirtualCore"));
    }
}
