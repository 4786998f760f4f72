package org.byenatos.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.byenatos.gateway.rest.route.Core;
import org.byenatos.gateway.rest.stream.EventStreams;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    /**
     * {@code IsolationIT} reads this list and fails where it has no rule for a route: a route cannot be added without saying
     * who may use it.
     */
    @Test
    void everyRouteIsListedForTheIsolationTest() throws IOException {
        Core core = Core.empty();
        List<String> listed = Files.readAllLines(Path.of("src/test/resources/routes.txt"));

        Stream<String> contract = RouteTable.of(core, new EventStreams(core.data())).stream()
                .map(route -> route.method() + " " + route.template());
        Stream<String> openAi =
                RouteTable.openAi(core).stream().map(route -> route.method() + " /v1" + route.template());
        assertThat(Stream.concat(contract, openAi))
                .as(
                        "src/test/resources/routes.txt; a new route needs a line there and a rule in IsolationIT's RouteRules")
                .containsExactlyInAnyOrderElementsOf(listed);
    }
}
