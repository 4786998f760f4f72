package org.byenatos.personalizationmemory.statement;

import java.util.Locale;
import org.byenatos.api.psp.ComponentType;
import org.byenatos.api.psp.Layer;
import org.byenatos.personalizationmemory.text.Language;

/**
 * What a statement is about. Kinds of one topic can contradict each other.
 *
 * <p>The weight says how much it hurts a reader not to know it: an allergy most, a taste least.
 */
public enum Kind {
    ALLERGY("allergy", ComponentType.FACT, Layer.CORE, 0.95, "Allergy", "过敏"),
    HEALTH("health", ComponentType.FACT, Layer.CORE, 0.85, "Health", "健康"),
    DIET("diet", ComponentType.FACT, Layer.CORE, 0.85, "Diet", "饮食"),
    HABIT("habit", ComponentType.FACT, Layer.CORE, 0.60, "Habit", "习惯"),
    LIKE("taste", ComponentType.CORE_INTEREST, Layer.CORE, 0.50, "Likes", "喜欢"),
    DISLIKE("taste", ComponentType.FACT, Layer.CORE, 0.55, "Dislikes", "不喜欢"),
    PREFERENCE("preference", ComponentType.FACT, Layer.CORE, 0.55, "Prefers", "偏好"),
    INTEREST("interest", ComponentType.CORE_INTEREST, Layer.CORE, 0.60, "Interest", "兴趣"),
    HOME("home", ComponentType.FACT, Layer.CORE, 0.85, "Home", "住处"),
    BACKGROUND("background", ComponentType.FACT, Layer.CORE, 0.60, "Background", "背景"),
    IDENTITY("identity", ComponentType.FACT, Layer.CORE, 0.75, "Person", "本人"),
    WORK("work", ComponentType.WORK_CONTEXT, Layer.CORE, 0.80, "Work", "工作"),
    RELATIONSHIP("relationship", ComponentType.RELATIONSHIP, Layer.CORE, 0.75, "People", "亲友"),
    COMMUNICATION("communication", ComponentType.COMMUNICATION_STYLE, Layer.CORE, 0.90, "Communication", "沟通"),
    VALUE("value", ComponentType.PERSONAL_VALUE, Layer.CORE, 0.80, "Values", "看重"),
    TIMING("timing", ComponentType.TIMING, Layer.CORE, 0.65, "Daily rhythm", "作息"),
    ENVIRONMENT("environment", ComponentType.ENVIRONMENT, Layer.CORE, 0.50, "Surroundings", "环境"),
    GOAL("goal", ComponentType.CURRENT_GOAL, Layer.WORKING, 0.80, "Goal", "目标"),
    PLAN("goal", ComponentType.CURRENT_GOAL, Layer.WORKING, 0.75, "Plan", "计划"),
    LEARNING("learning", ComponentType.LEARNING_PREFERENCE, Layer.LEARNING, 0.75, "Learns best", "学习方式");

    private final String topic;
    private final ComponentType type;
    private final Layer layer;
    private final double weight;
    private final String english;
    private final String chinese;

    Kind(String topic, ComponentType type, Layer layer, double weight, String english, String chinese) {
        this.topic = topic;
        this.type = type;
        this.layer = layer;
        this.weight = weight;
        this.english = english;
        this.chinese = chinese;
    }

    /** The kind that a rule file names. */
    static Kind named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The first part of the subject's key. */
    public String topic() {
        return topic;
    }

    /** The type of component that it becomes. */
    public ComponentType type() {
        return type;
    }

    /** The layer that it belongs to. */
    public Layer layer() {
        return layer;
    }

    /** How important it is, 0..1. */
    public double weight() {
        return weight;
    }

    /** What a reader sees before the quotation, in the quotation's language. */
    public String label(Language language) {
        return language == Language.CHINESE ? chinese : english;
    }
}
