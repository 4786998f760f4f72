package org.byenatos.launcher.demo;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A JSON object that the core answered.
 *
 * @param members its members
 */
record Reply(Map<String, Object> members) {

    static Reply of(String json) {
        try {
            return new Reply(JSON.std.mapFrom(json));
        } catch (IOException broken) {
            throw new DemoFailure("The core answered something that is no JSON.");
        }
    }

    /** A text that the contract promises. */
    String text(String name) {
        return String.valueOf(member(name));
    }

    /** A text that may be absent, empty then. */
    String textOrEmpty(String name) {
        return Objects.toString(members.get(name), "");
    }

    /** A number that the contract promises. */
    double number(String name) {
        return ((Number) member(name)).doubleValue();
    }

    /** A whole number that the contract promises. */
    int count(String name) {
        return ((Number) member(name)).intValue();
    }

    /** Objects in an array that the contract promises. */
    @SuppressWarnings("unchecked")
    List<Reply> list(String name) {
        return ((List<Map<String, Object>>) member(name)).stream().map(Reply::new).toList();
    }

    private Object member(String name) {
        Object value = members.get(name);
        if (value == null) {
            throw new DemoFailure("The core answered without " + name + ".");
        }
        return value;
    }
}
