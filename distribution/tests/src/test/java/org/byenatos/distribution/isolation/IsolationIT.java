package org.byenatos.distribution.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.byenatos.distribution.CoreProcess;

/** Nobody sees what is not theirs: whatever the users, apps, grants and records, every route answers as the model does. */
class IsolationIT {

    private static final Path ROUTES =
            Path.of("..", "..", "bundles", "org.byenatos.gateway.rest", "src", "test", "resources", "routes.txt");

    private static CoreProcess core;

    private final RouteRules rules = new RouteRules();

    @BeforeContainer
    static void start() throws IOException {
        core = CoreProcess.start(Files.createTempDirectory("byenatos-isolation"));
    }

    @AfterContainer
    static void stop() {
        core.close();
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void everyRouteAnswersAsTheModel(@ForAll("plans") Plan plan) {
        World world = new World(plan, core.owner());

        rules.check(world);
    }

    @Provide
    Arbitrary<Plan> plans() {
        return Plan.any();
    }

    @Example
    void noRouteIsExempt() throws IOException {
        assertThat(rules.routes()).containsExactlyInAnyOrderElementsOf(Files.readAllLines(ROUTES));
    }
}
