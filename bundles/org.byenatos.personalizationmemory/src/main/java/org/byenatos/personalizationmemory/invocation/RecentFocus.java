package org.byenatos.personalizationmemory.invocation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.Evidence;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.personalizationmemory.learning.UserProfile;
import org.byenatos.personalizationmemory.text.Language;
import org.byenatos.personalizationmemory.text.Words;

/**
 * What a person occupies themselves with of late: the tags that their records of the last days share, those that come back
 * on most days first. Only records that the asking app may see are counted.
 */
final class RecentFocus {

    private static final int LEAST_RECORDS = 3;
    private static final int LEAST_DAYS = 2;
    private static final int MOST_TOPICS = 5;
    private static final double SAME = 0.75;
    private static final long SECONDS_A_DAY = 86_400;

    private final Score score;
    private final Question question;
    private final Duration age;
    private final Instant now;

    RecentFocus(Score score, Question question, Duration age, Instant now) {
        this.score = score;
        this.question = question;
        this.age = age;
        this.now = now;
    }

    /** A topic, or several that the same records share; the records by numbers, which are compared faster than names. */
    private record Topic(PspComponent first, List<String> names, List<Evidence> evidence, long days, BitSet records) {

        static Topic of(PspComponent first, List<Evidence> evidence, Map<RecordRef, Integer> numbers) {
            BitSet records = new BitSet();
            for (Evidence one : evidence) {
                records.set(numbers.computeIfAbsent(one.ref(), ref -> numbers.size()));
            }
            return new Topic(first, new ArrayList<>(List.of(first.text())), evidence, daysOf(evidence), records);
        }

        private static long daysOf(List<Evidence> evidence) {
            return evidence.stream()
                    .mapToLong(one -> Math.floorDiv(one.at().getEpochSecond(), SECONDS_A_DAY))
                    .distinct()
                    .count();
        }

        boolean sharesRecordsWith(Topic other) {
            if (!records.intersects(other.records)) {
                return false;
            }
            BitSet common = (BitSet) records.clone();
            common.and(other.records);
            return common.cardinality() >= SAME * Math.max(records.cardinality(), other.records.cardinality());
        }
    }

    /** The topics as candidates of the working layer. */
    List<Candidate> of(UserProfile profile, Visibility visibility) {
        List<PspComponent> visible = profile.focus().stream()
                .map(topic -> with(topic, topic.text(), visible(topic, visibility)))
                .filter(topic -> !topic.evidence().isEmpty())
                .toList();
        Instant newest = visible.stream()
                .map(topic -> topic.evidence().get(0).at())
                .max(Comparator.naturalOrder())
                .orElse(now);
        List<Topic> topics = new ArrayList<>();
        Map<RecordRef, Integer> numbers = new HashMap<>();
        visible.stream()
                .map(topic -> Topic.of(topic, since(topic, newest.minus(age)), numbers))
                .filter(topic -> topic.evidence().size() >= LEAST_RECORDS && topic.days() >= LEAST_DAYS)
                .sorted(Comparator.comparingLong(Topic::days)
                        .thenComparingInt(topic -> topic.evidence().size())
                        .reversed())
                .forEach(topic -> add(topics, topic));
        return topics.stream().limit(MOST_TOPICS).map(this::candidate).toList();
    }

    private List<Evidence> visible(PspComponent topic, Visibility visibility) {
        return topic.evidence().stream()
                .filter(evidence ->
                        Visible.sees(visibility, evidence) && !evidence.at().isAfter(now))
                .toList();
    }

    private static List<Evidence> since(PspComponent topic, Instant since) {
        return topic.evidence().stream()
                .filter(evidence -> evidence.at().isAfter(since))
                .toList();
    }

    private static void add(List<Topic> topics, Topic topic) {
        topics.stream()
                .filter(other -> other.sharesRecordsWith(topic))
                .findFirst()
                .ifPresentOrElse(other -> other.names().addAll(topic.names()), () -> topics.add(topic));
    }

    private Candidate candidate(Topic topic) {
        String names =
                topic.names().stream().limit(3).map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        PspComponent component = with(topic.first(), text(names, topic.evidence()), topic.evidence());
        double relevance = question.relevance(Words.of(names));
        return new Candidate(component, relevance, score.of(component, relevance, 0));
    }

    private static String text(String names, List<Evidence> evidence) {
        String days = day(evidence.get(evidence.size() - 1).at()) + " – "
                + day(evidence.get(0).at());
        return Language.of(names) == Language.CHINESE
                ? "近期关注: " + names + " (" + evidence.size() + " 条记录, " + days + ")"
                : "Recent focus: " + names + " (" + evidence.size() + " records, " + days + ")";
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static PspComponent with(PspComponent topic, String text, List<Evidence> evidence) {
        return new PspComponent(
                topic.id(),
                topic.layer(),
                topic.type(),
                topic.subject(),
                text,
                topic.confidence(),
                topic.weight(),
                evidence,
                evidence.isEmpty()
                        ? topic.validFrom()
                        : evidence.get(evidence.size() - 1).at(),
                topic.validTo());
    }
}
