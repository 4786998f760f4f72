package org.byenatos.personalizationmemory.invocation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.byenatos.api.psp.Layer;
import org.byenatos.api.psp.PspComponent;

/**
 * One JSON object with a member per layer.
 *
 * @param nature what the text is
 */
record JsonForm(String nature) implements Form {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String write(List<PspComponent> components) {
        return json(json -> {
            json.writeStartObject();
            if (!components.isEmpty()) {
                json.writeStringField("about", nature);
            }
            Layer layer = null;
            for (PspComponent component : components) {
                if (component.layer() != layer) {
                    if (layer != null) {
                        json.writeEndArray();
                    }
                    layer = component.layer();
                    json.writeArrayFieldStart(layer.word());
                }
                write(json, component);
            }
            if (layer != null) {
                json.writeEndArray();
            }
            json.writeEndObject();
        });
    }

    @Override
    public String line(PspComponent component) {
        return json(json -> write(json, component)) + ",";
    }

    @Override
    public String heading(Layer layer) {
        return "],\"" + layer.word() + "\":[";
    }

    private static void write(JsonGenerator json, PspComponent component) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", component.type().word());
        json.writeStringField("text", component.text());
        json.writeEndObject();
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static String json(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
