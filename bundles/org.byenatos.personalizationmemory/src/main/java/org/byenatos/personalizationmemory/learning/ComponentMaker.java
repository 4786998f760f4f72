package org.byenatos.personalizationmemory.learning;

import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.psp.Evidence;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.personalizationmemory.statement.Statement;
import org.byenatos.personalizationmemory.text.Origin;

/**
 * Makes components of statements. A component rests on one record alone, so that whoever may see it may see every word
 * of it, and withdrawing the record withdraws it whole; what several records say is put together when a PSP is written.
 */
final class ComponentMaker {

    /** How sure a rule is of one sentence. */
    private static final double CONFIDENCE = 0.8;

    private ComponentMaker() {}

    static List<PspComponent> of(StoredRecord stored, List<Statement> statements) {
        List<PspComponent> components = new ArrayList<>();
        for (Statement statement : statements) {
            components.add(component(stored, statement, components.size()));
        }
        return components;
    }

    private static PspComponent component(StoredRecord stored, Statement statement, int index) {
        Evidence evidence = new Evidence(
                stored.ref(), stored.record().access(), stored.record().timestamp());
        return new PspComponent(
                ComponentIds.of(stored.ref(), String.valueOf(index)),
                statement.kind().layer(),
                statement.kind().type(),
                statement.subject().key(),
                text(stored, statement),
                CONFIDENCE,
                statement.kind().weight(),
                List.of(evidence),
                stored.record().timestamp(),
                null);
    }

    /** {@code LABEL: "QUOTE" (SOURCE, DATE)}. */
    private static String text(StoredRecord stored, Statement statement) {
        return statement.kind().label(statement.language()) + ": \"" + statement.quote() + "\" ("
                + Origin.ofOwnWords(stored.record()) + ")";
    }
}
