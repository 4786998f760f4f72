package org.byenatos.personalizationmemory.invocation;

import java.util.List;
import org.byenatos.api.psp.Layer;
import org.byenatos.api.psp.PspComponent;

/**
 * A list of lines under headings.
 *
 * @param title the first line
 * @param mark what a heading begins with
 * @param nature what the text is
 */
record PlainForm(String title, String mark, String nature) implements Form {

    @Override
    public String write(List<PspComponent> components) {
        if (components.isEmpty()) {
            return "";
        }
        StringBuilder text =
                new StringBuilder(title).append('\n').append(nature).append('\n');
        Layer layer = null;
        for (PspComponent component : components) {
            if (component.layer() != layer) {
                layer = component.layer();
                text.append(heading(layer));
            }
            text.append(line(component));
        }
        return text.toString();
    }

    @Override
    public String line(PspComponent component) {
        return "- " + component.text() + "\n";
    }

    @Override
    public String heading(Layer layer) {
        return mark + Form.title(layer) + (mark.isEmpty() ? ":\n" : "\n");
    }
}
