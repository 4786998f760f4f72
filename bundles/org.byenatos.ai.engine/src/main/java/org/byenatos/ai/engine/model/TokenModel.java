package org.byenatos.ai.engine.model;

import java.util.List;
import org.byenatos.ai.engine.text.Encoded;
import org.byenatos.api.ai.model.OpenModel;

/** An open model that takes tokens as well as texts. */
public interface TokenModel extends OpenModel {

    /** One row a text, each of which has tokens. */
    List<float[]> compute(List<Encoded> texts);
}
