package org.byenatos.personalizationmemory.invocation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(candidate -> candidate.component().id());

    private final Form form;
    private final TokenCosts costs;
    private final String encoding;
    private final Map<Layer, Double> shares;

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
                .sorted(BEST_FIRST)
                .toList();
        if (ranked.isEmpty()) {
            return nothing(budget);
        }
        Choice choice = new Choice(budget - frame(ranked.get(0)));
        choice.fill(musts, 1);
        for (Layer layer : Layer.values()) {
            choice.fill(
                    ranked.stream().filter(c -> c.component().layer() == layer).toList(),
                    shares.getOrDefault(layer, 0.0));
        }
        choice.fill(ranked, 1);
        return fit(ranked, choice.taken, budget);
    }

    /** What the text has beside the lines and headings. */
    private int frame(Candidate any) {
        PspComponent component = any.component();
        return costs.line(form.write(List.of(component)), encoding) - cost(component) - heading(component.layer());
    }

    private int cost(PspComponent component) {
        return costs.line(form.line(component), encoding);
    }

    private int heading(Layer layer) {
        return costs.line(form.heading(layer), encoding);
    }

    private Packed nothing(int budget) {
        String text = form.write(List.of());
        int tokens = costs.line(text, encoding);
        return tokens <= budget ? new Packed(text, tokens, List.of()) : new Packed("", 0, List.of());
    }

    private Packed fit(List<Candidate> ranked, Set<Candidate> taken, int budget) {
        List<Candidate> chosen = new ArrayList<>(taken);
        chosen.sort(BEST_FIRST);
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
            if (!chosen.contains(candidate) && cost(candidate.component()) <= budget - best.tokens() + 1) {
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
                        .thenComparing(BEST_FIRST))
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

        /** Takes the first that fit into a share of the room, and into what is left of the room. */
        void fill(List<Candidate> candidates, double share) {
            double left = Math.min(share * room, room - used);
            for (Candidate candidate : candidates) {
                PspComponent component = candidate.component();
                int cost = cost(component) + (headed.contains(component.layer()) ? 0 : heading(component.layer()));
                if (cost <= left && taken.add(candidate)) {
                    headed.add(component.layer());
                    left -= cost;
                    used += cost;
                }
            }
        }
    }
}
