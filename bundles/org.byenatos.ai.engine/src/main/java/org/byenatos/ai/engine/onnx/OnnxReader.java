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
    private final List<OnnxStep> steps = new ArrayList<>();
    private final List<OnnxWeights> held = new ArrayList<>();
    private long operatorSet;
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
                case 8 -> operatorSet(wire.enter());
                case 25 -> function(wire.enter());
                default -> wire.skip();
            }
        }
        if (!found) {
            throw new IOException("no ONNX file: it has no graph");
        }
        inputs.keySet().removeAll(weights);
        return new OnnxGraph(inputs, outputs, operators, externalFiles, sparse, operatorSet, steps, held);
    }

    private void operatorSet(long end) throws IOException {
        String domain = "";
        long version = 0;
        while (wire.next(end)) {
            switch (wire.field()) {
                case 1 -> domain = wire.text();
                case 2 -> version = wire.number();
                default -> wire.skip();
            }
        }
        operatorSet = domain.isEmpty() ? version : operatorSet;
    }

    private void graph(long end, int depth) throws IOException {
        while (wire.next(end)) {
            switch (wire.field()) {
                case 1 -> step(wire.enter(), depth);
                case 5 -> weights(wire.enter(), depth);
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
                step(wire.enter(), 1);
            } else {
                wire.skip();
            }
        }
    }

    private void step(long end, int depth) throws IOException {
        String domain = "";
        String operator = "";
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        Map<String, List<Long>> settings = new LinkedHashMap<>();
        while (wire.next(end)) {
            switch (wire.field()) {
                case 1 -> from.add(wire.text());
                case 2 -> to.add(wire.text());
                case 4 -> operator = wire.text();
                case 5 -> attribute(wire.enter(), depth, settings);
                case 7 -> domain = wire.text();
                default -> wire.skip();
            }
        }
        operators.add(operator);
        if (depth == 0 && steps.size() < OnnxGraph.FEW) {
            steps.add(new OnnxStep(domain, operator, from, to, settings));
        }
    }

    private void attribute(long end, int depth, Map<String, List<Long>> settings) throws IOException {
        if (depth == DEEPEST) {
            throw new IOException("graphs in graphs in graphs");
        }
        String name = "";
        List<Long> numbers = new ArrayList<>();
        while (wire.next(end)) {
            switch (wire.field()) {
                case 1 -> name = wire.text();
                case 3 -> add(wire.number(), numbers);
                case 5, 10 -> tensor(wire.enter());
                case 6, 11 -> graph(wire.enter(), depth + 1);
                case 8 -> numbers(numbers);
                case 22, 23 -> sparse();
                default -> wire.skip();
            }
        }
        settings.put(name, numbers);
    }

    /** One of a repeated field, or all of them packed. */
    private void numbers(List<Long> numbers) throws IOException {
        if (wire.hasInside()) {
            for (long end = wire.enter(); wire.position() < end; ) {
                add(wire.varint(), numbers);
            }
        } else {
            add(wire.number(), numbers);
        }
    }

    private static void add(long number, List<Long> numbers) {
        if (numbers.size() < OnnxGraph.FEW) {
            numbers.add(number);
        }
    }

    private void sparse() throws IOException {
        sparse = true;
        wire.skip();
    }

    private void weights(long end, int depth) throws IOException {
        OnnxWeights found = tensor(end);
        weights.add(found.name());
        if (depth == 0 && held.size() < OnnxGraph.FEW) {
            held.add(found);
        }
    }

    private OnnxWeights tensor(long end) throws IOException {
        String name = "";
        long type = 0;
        List<Long> shape = new ArrayList<>();
        long start = 0;
        long length = 0;
        Map<String, String> elsewhere = new LinkedHashMap<>();
        while (wire.next(end)) {
            switch (wire.field()) {
                case 1 -> numbers(shape);
                case 2 -> type = wire.number();
                case 8 -> name = wire.text();
                case 9 -> {
                    start = wire.skipBytes();
                    length = wire.position() - start;
                }
                case 13 -> external(wire.enter(), elsewhere);
                default -> wire.skip();
            }
        }
        return new OnnxWeights(name, type, shape, start, length, elsewhere);
    }

    private void external(long end, Map<String, String> elsewhere) throws IOException {
        String key = "";
        String value = "";
        while (wire.next(end)) {
            switch (wire.field()) {
                case 1 -> key = wire.text();
                case 2 -> value = wire.text();
                default -> wire.skip();
            }
        }
        elsewhere.put(key, value);
        if (key.equals(OnnxWeights.LOCATION)) {
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
