package org.byenatos.api;

import org.byenatos.api.error.ByenatosException;

/** The call is part of the contract, but this version of the core does not have it yet. */
public final class NotSupportedException extends ByenatosException {

    private static final long serialVersionUID = 1L;

    /** @param call the virtual call */
    public NotSupportedException(String call) {
        super(call + " is not part of this version.");
    }
}
