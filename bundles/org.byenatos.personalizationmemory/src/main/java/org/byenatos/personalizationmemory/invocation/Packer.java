package org.byenatos.personalizationmemory.invocation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.byenatos.api.psp.Layer;
import org.byenatos.api.psp.PspComponent;

/**
 * Chooses components for a text that must not exceed a number of tokens. Each layer fills its share with its best; then
 * what is left goes to the best of all. Tokens of parts do not add up exactly, so the whole is counted before it leaves.
 */
final class Packer {

    /** How often the whole is counted to fill what is left. */
    private static final int TRIES = 6;

    private final Form form;
    private final TokenCosts costs;
    private final String encoding;
    private final Map<Layer, Double> shares;
    private final Map<Layer, Integer> headings = new EnumMap<>(Layer.class);

    /**
     * @param form how the text is written
     * @param costs what counts tokens
     * @param encoding how to count them
     * @param shares the layers' parts of the budget
     */
    Packer(Form form, TokenCosts costs, String encoding, Map<Layer, Double> shares) {
        this.form = form;
        this.costs = costs;
        this.encoding = encoding;
        this.shares = shares;
    }

    /** The best text within a budget, empty of components if none fits. */
    Packed pack(Collection<Candidate> candidates, int budget) {
        return pack(List.of(), candidates, budget);
    }

    /** The best text within a budget; what must be in it is scored higher than all else. */
    Packed pack(List<Candidate> musts, Collection<Candidate> candidates, int budget) {
        List<Candidate> ranked = Stream.concat(musts.stream(), candidates.stream())
                .sorted(Candidate.BEST_FIRST)
                .toList();
        if (ranked.isEmpty()) {
            return nothing(budget);
        }
        Choice choice = new Choice(budget - frame(ranked.get(0)));
        choice.fill(musts, EnumSet.allOf(Layer.class), 1);
        for (Layer layer : Layer.values()) {
            choice.fill(ranked, EnumSet.of(layer), shares.getOrDefault(layer, 0.0));
        }
        choice.fill(ranked, EnumSet.allOf(Layer.class), 1);
        return fit(ranked, choice.taken, budget);
    }

    /** What the text has beside the lines and headings. */
    private int frame(Candidate any) {
        PspComponent component = any.component();
        return costs.line(form.write(List.of(component)), encoding) - cost(any) - heading(component.layer());
    }

    private int cost(Candidate candidate) {
        return candidate.cost().of(candidate.component(), form, encoding, costs);
    }

    private int heading(Layer layer) {
        return headings.computeIfAbsent(layer, one -> costs.line(form.heading(one), encoding));
    }

    private Packed nothing(int budget) {
        String text = form.write(List.of());
        int tokens = costs.line(text, encoding);
        return tokens <= budget ? new Packed(text, tokens, List.of()) : new Packed("", 0, List.of());
    }

    private Packed fit(List<Candidate> ranked, Set<Candidate> taken, int budget) {
        List<Candidate> chosen = new ArrayList<>(taken);
        chosen.sort(Candidate.BEST_FIRST);
        Packed packed = write(chosen);
        while (packed.tokens() > budget && !chosen.isEmpty()) {
            chosen.remove(chosen.size() - 1);
            packed = write(chosen);
        }
        return chosen.isEmpty() ? nothing(budget) : topUp(ranked, chosen, packed, budget);
    }

    private Packed topUp(List<Candidate> ranked, List<Candidate> chosen, Packed first, int budget) {
        Packed best = first;
        int tries = 0;
        for (Candidate candidate : ranked) {
            if (tries >= TRIES) {
                break;
            }
            if (cost(candidate) <= budget - best.tokens() + 1 && !chosen.contains(candidate)) {
                tries++;
                chosen.add(candidate);
                Packed more = write(chosen);
                if (more.tokens() <= budget) {
                    best = more;
                } else {
                    chosen.remove(candidate);
                }
            }
        }
        return best;
    }

    private Packed write(List<Candidate> chosen) {
        if (chosen.isEmpty()) {
            return new Packed("", 0, List.of());
        }
        List<PspComponent> ordered = chosen.stream()
                .sorted(Comparator.comparing((Candidate c) -> c.component().layer())
                        .thenComparing(Candidate.BEST_FIRST))
                .map(Candidate::component)
                .toList();
        String text = form.write(ordered);
        return new Packed(text, costs.exact(text, encoding), ordered);
    }

    /** What is taken so far. */
    private final class Choice {

        private final Set<Candidate> taken = new LinkedHashSet<>();
        private final Set<Layer> headed = EnumSet.noneOf(Layer.class);
        private final int room;
        private int used;

        Choice(int room) {
            this.room = room;
        }

        /** Takes the first of some layers that fit into a share of the room, and into what is left of the room. */
        void fill(List<Candidate> candidates, Set<Layer> layers, double share) {
            double left = Math.min(share * room, room - used);
            for (Candidate candidate : candidates) {
                Layer layer = candidate.component().layer();
                if (!layers.contains(layer)) {
                    continue;
                }
                int cost = cost(candidate) + (headed.contains(layer) ? 0 : heading(layer));
                if (cost <= left && taken.add(candidate)) {
                    headed.add(layer);
                    left -= cost;
                    used += cost;
                }
            }
        }
    }
}
