package org.byenatos.ai.engine.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the messages of onnx.proto (ONNX 1.19, IR version 12) as far as {@link OnnxGraph} needs them. */
final class OnnxReader {

    private static final int DEEPEST = 16;

    private final Wire wire;
    private final Map<String, Integer> inputs = new LinkedHashMap<>();
    private final List<String> outputs = new ArrayList<>();
    private final Set<String> weights = new HashSet<>();
    private final Set<String> operators = new HashSet<>();
    private final Set<String> externalFiles = new HashSet<>();
    private boolean sparse;
    private boolean found;

    OnnxReader(Wire wire) {
        this.wire = wire;
    }

    OnnxGraph read() throws IOException {
        for (long end = wire.size(); wire.next(end); ) {
            switch (wire.field()) {
                case 7 -> {
                    found = true;
                    graph(wire.enter(), 0);
                }
                case 25 -> function(wire.enter());
                default -> wire.skip();
            }
        }
        if (!found) {
            throw new IOException("no ONNX file: it has no graph");
        }
        inputs.keySet().removeAll(weights);
        return new OnnxGraph(inputs, outputs, operators, externalFiles, sparse);
    }

    private void graph(long end, int depth) throws IOException {
        while (wire.next(end)) {
            switch (wire.field()) {
                case 1 -> node(wire.enter(), depth);
                case 5 -> tensor(wire.enter());
                case 11 -> input(wire.enter(), depth);
                case 12 -> output(wire.enter(), depth);
                case 15 -> sparse();
                default -> wire.skip();
            }
        }
    }

    private void function(long end) throws IOException {
        while (wire.next(end)) {
            if (wire.field() == 7) {
                node(wire.enter(), 1);
            } else {
                wire.skip();
            }
        }
    }

    private void node(long end, int depth) throws IOException {
        while (wire.next(end)) {
            switch (wire.field()) {
                case 4 -> operators.add(wire.text());
                case 5 -> attribute(wire.enter(), depth);
                default -> wire.skip();
            }
        }
    }

    private void attribute(long end, int depth) throws IOException {
        if (depth == DEEPEST) {
            throw new IOException("graphs in graphs in graphs");
        }
        while (wire.next(end)) {
            switch (wire.field()) {
                case 5, 10 -> tensor(wire.enter());
                case 6, 11 -> graph(wire.enter(), depth + 1);
                case 22, 23 -> sparse();
                default -> wire.skip();
            }
        }
    }

    private void sparse() throws IOException {
        sparse = true;
        wire.skip();
    }

    private void tensor(long end) throws IOException {
        while (wire.next(end)) {
            switch (wire.field()) {
                case 8 -> weights.add(wire.text());
                case 13 -> external(wire.enter());
                default -> wire.skip();
            }
        }
    }

    private void external(long end) throws IOException {
        String key = "";
        String value = "";
        while (wire.next(end)) {
            switch (wire.field()) {
                case 1 -> key = wire.text();
                case 2 -> value = wire.text();
                default -> wire.skip();
            }
        }
        if (key.equals("location")) {
            externalFiles.add(value);
        }
    }

    private void input(long end, int depth) throws IOException {
        String name = "";
        int elements = 0;
        while (wire.next(end)) {
            switch (wire.field()) {
                case 1 -> name = wire.text();
                case 2 -> elements = elementType(wire.enter());
                default -> wire.skip();
            }
        }
        if (depth == 0) {
            inputs.put(name, elements);
        }
    }

    private void output(long end, int depth) throws IOException {
        while (wire.next(end)) {
            if (wire.field() == 1 && depth == 0) {
                outputs.add(wire.text());
            } else {
                wire.skip();
            }
        }
    }

    /** Type → tensor type → element type; 0 for what is no tensor. */
    private int elementType(long end) throws IOException {
        int elements = 0;
        while (wire.next(end)) {
            if (wire.field() == 1 && wire.hasInside()) {
                elements = elementTypeOfTensor(wire.enter());
            } else {
                wire.skip();
            }
        }
        return elements;
    }

    private int elementTypeOfTensor(long end) throws IOException {
        int elements = 0;
        while (wire.next(end)) {
            if (wire.field() == 1) {
                elements = (int) wire.number();
            } else {
                wire.skip();
            }
        }
        return elements;
    }
}
