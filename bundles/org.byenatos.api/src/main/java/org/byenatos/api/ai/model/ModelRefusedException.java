package org.byenatos.api.ai.model;

import org.byenatos.api.error.ByenatosException;

/** A folder is no model that could be used, for a reason that a person can act on. */
public final class ModelRefusedException extends ByenatosException {

    private static final long serialVersionUID = 1L;

    /**
     * @param model the name of the folder or of the model
     * @param reason what is wrong with it
     */
    public ModelRefusedException(String model, String reason) {
        super("The model " + model + " was refused: " + reason);
    }
}
