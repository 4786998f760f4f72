package org.byenatos.personalizationmemory.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.byenatos.api.psp.Layer;

/**
 * What the administrator decides.
 *
 * @param scoring what makes a component worth its tokens
 * @param shares the layers' parts of the token budget
 * @param pspShare the part of an enhancement's budget that statements may take from knowledge, 0..1
 * @param bufferAge how old a record of the buffer layer may be
 * @param focusAge how far back recent focus looks
 */
public record Settings(
        Scoring scoring, Map<Layer, Double> shares, double pspShare, Duration bufferAge, Duration focusAge) {

    private static final String NOT_OURS = "(service|component|felix|osgi)\\..*|[.:].*";

    private static final SortedSet<String> KNOWN = Arrays.stream(MemoryConfig.class.getDeclaredMethods())
            .map(method -> method.getName().replace('_', '.'))
            .collect(Collectors.toCollection(TreeSet::new));

    public Settings {
        shares = Map.copyOf(shares);
        require(shares.values().stream().allMatch(share -> share >= 0), "shares must not be negative");
        require(shares.values().stream().mapToDouble(d -> d).sum() <= 1.0001, "shares must not exceed 1 together");
        require(pspShare >= 0 && pspShare <= 1, "enhancement.psp.share must be 0..1");
        require(!bufferAge.isNegative() && !focusAge.isNegative(), "ages must not be negative");
    }

    /**
     * The weights of a score, and how fast freshness fades.
     *
     * @param importance of what kind of statement it is
     * @param relevance to the question
     * @param freshness of its newest evidence
     * @param use how often it was handed out
     * @param halfLife after which time freshness is half
     */
    public record Scoring(double importance, double relevance, double freshness, double use, Duration halfLife) {

        public Scoring {
            require(importance >= 0 && relevance >= 0 && freshness >= 0 && use >= 0, "weights must not be negative");
            require(!halfLife.isNegative() && !halfLife.isZero(), "freshness.half.life.days must be at least 1");
        }
    }

    /** The settings of a configuration; fails on values out of range and on names that nobody knows. */
    public static Settings of(MemoryConfig config, Set<String> keys) {
        for (String key : keys) {
            require(KNOWN.contains(key) || key.matches(NOT_OURS), "there is no setting " + key + " among " + KNOWN);
        }
        return of(config);
    }

    private static Settings of(MemoryConfig config) {
        Map<Layer, Double> shares = new EnumMap<>(Layer.class);
        shares.put(Layer.CORE, config.share_core());
        shares.put(Layer.WORKING, config.share_working());
        shares.put(Layer.LEARNING, config.share_learning());
        shares.put(Layer.CONTEXT, config.share_context());
        shares.put(Layer.BUFFER, config.share_buffer());
        Scoring scoring = new Scoring(
                config.weight_importance(),
                config.weight_relevance(),
                config.weight_freshness(),
                config.weight_use(),
                Duration.ofDays(config.freshness_half_life_days()));
        return new Settings(
                scoring,
                shares,
                config.enhancement_psp_share(),
                Duration.ofHours(config.buffer_hours()),
                Duration.ofDays(config.focus_days()));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException("Configuration org.byenatos.personalizationmemory: " + message + ".");
        }
    }
}
