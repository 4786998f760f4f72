package org.byenatos.gateway.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTest {

    private final Route route = new Route("GET", "/users/{user_id}/grants/{app_id}", exchange -> Answer.nothing());

    @Test
    void takesParametersFromThePath() {
        assertThat(route.match(List.of("users", "mei lin", "grants", "a/b")))
                .isEqualTo(Map.of("user_id", "mei lin", "app_id", "a/b"));
    }

    @Test
    void matchesWholePathsOnly() {
        assertThat(route.match(List.of("users", "x", "grants"))).isNull();
        assertThat(route.match(List.of("users", "x", "grants", "y", "z"))).isNull();
        assertThat(route.match(List.of("apps", "x", "grants", "y"))).isNull();
    }
}
