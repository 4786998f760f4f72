package org.byenatos.personalizationmemory.statement;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a person asserts, for now and of themselves, what a rule found in a sentence: not when they ask, when it
 * stands under a condition, when it is somebody else who says it, when it was a dream or long ago.
 */
final class Assertion {

    /** Requests are meant even under a condition: "if I'm wrong, say so plainly". */
    private static final Set<Kind> CONDITIONAL = EnumSet.of(Kind.COMMUNICATION, Kind.LEARNING);

    /** What holds only at present. */
    private static final Set<Kind> PRESENT = EnumSet.of(
            Kind.HOME, Kind.WORK, Kind.DIET, Kind.HABIT, Kind.LIKE, Kind.TIMING, Kind.ENVIRONMENT, Kind.INTEREST);

    /** What has not come about while it is planned. */
    private static final Set<Kind> DONE = EnumSet.of(Kind.HOME, Kind.WORK);

    private static final Pattern TAG_QUESTION = Pattern.compile(
            "[,，]\\s*(?:right|remember|you know|you know that|ok|okay|did you forget|have you forgotten|isn't it|don't i|aren't i"
                    + "|haven't i|see|got it|deal|你?忘(?:记)?(?:了|啦)|(?:你)?(?:还)?记得(?:吗|吧|不)|(?:你)?知道(?:吗|吧|的吧)|对(?:吧|吗|不对)|是(?:吧|吗|不是)"
                    + "|好(?:吗|吧|不好)|行(?:吗|吧|不行)|懂(?:吗|吧)|明白吗)\\s*[?？]+$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern IRREAL = Pattern.compile(
            "\\b(?:if|according to|unless|suppose|supposing|imagine|imagining|in case|whether|as though|pretend(?:s|ed|ing)?|dream(?:t|s|ed|ing)?"
                    + "|wish(?:es|ed)?|wonder(?:s|ed|ing)?|would have|could have|might|maybe|perhaps|possibly|as long as|used to|not that|hypothetically)\\b"
                    + "|如果|也许|或许|说不定|可能会|要是|假如|假使|假设|万一|倘若|即使|就算|哪怕|除非|但愿|梦见|梦到|假装|听说|据说|好像|似乎|幻想|差点|以为|本来想|不是说|并不是",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CONDITION_AFTER = Pattern.compile("^[^，,。；;]{0,12}的话(?![\\u4e00-\\u9fff])");

    private static final Pattern WHEN_BEFORE =
            Pattern.compile("\\b(?:when|until|till|before|like)\\s*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern SPEECH = Pattern.compile(
            "\\b(?:said|says?|saying|told|tells?|telling|claim(?:s|ed)?|think(?:s|ing)?|thought|believe[sd]?|ask(?:s|ed)?|insist(?:s|ed)?"
                    + "|wrote|writes|joke[sd]?|suggest(?:s|ed)?|warn(?:s|ed)?|quot(?:e|es|ed|ing)|repl(?:ies|ied)"
                    + "|answer(?:s|ed)|remember(?:s|ed)|assume[sd]?|reckons?|lyrics?|sings?|sang)\\b"
                    + "|说(?!实话|真的|起来|到|不定|明|服)(?<!小说|难说|好说|老实说|话说|来说|如说|传说|再说|虽说|该说|以说|白说)|问(?!题|卷|候)(?<!访问|顾问|学问|疑问)|写着|写的是|里写|觉得|认为|告诉|提到|写道|抱怨|嫌|劝|建议|骂|夸",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OWN_SPEECH = Pattern.compile(
            "(?:^|[\\s,.;:!?(])(?:i|we)(?:'ve|'d|'ll| have| had)?(?: (?:also|always|already|just|often|only|then))*\\s*$|(?:since|as|because) you $|^[^\\p{L}]*$"
                    + "|我(?:们|就|也|只|都|还|一直|总|常|已经|真的|会|想|跟[^，,]{1,6}|对[^，,]{1,6}|和[^，,]{1,6}|自己)*$|[，,：:。](?:就|也|所以|只好|只能)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SPEECH_AFTER = Pattern.compile(
            "[,，—–-]\\s*(?:(?:he|she|they|(?-i:\\p{Lu}[\\p{L}'-]+)) (?:said|says|wrote|told|asked|laughed|replied)"
                    + "|(?:said|says|wrote|asked|replied) (?!i\\b)|(?:他|她|他们|妈妈?|爸爸?)(?:说|笑|问))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PAST = Pattern.compile(
            "\\b(?:when i was|when we were|as a (?:child|kid|boy|girl|teenager|student)|back (?:in|then|when)|used to"
                    + "|in (?:19|20)\\d\\d|at the time|in those days|once upon|last century|until (?:last|recently))\\b"
                    + "|小时候|以前|从前|曾经|当年|那时候?|当时|过去|原来|读书时|上学时",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOW =
            Pattern.compile("\\bnow(?:adays)?\\b|these days|现在|如今|目前|今天起", Pattern.CASE_INSENSITIVE);

    private static final Pattern FUTURE = Pattern.compile(
            "\\b(?:will|'ll|going to|want to|plan to|planning|hope to|would|'d|could|should|might|may|about to)\\b"
                    + "|打算|计划|准备|考虑|商量|想要?|将|希望|可能|也许|或许|快要|就要|[也还]?要(?=搬|去|到|入|辞|离|住|在)|下个?月|下周|下星期|下礼拜|明年|后年|明天|后天"
                    + "|月底|月初|等到?|还没|没有|不想",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NEGATED = Pattern.compile(
            "(?:\\b(?:not|never|hardly|no longer)|n't)(?: (?:that|because|say|like))?\\s*$|[不没别]$",
            Pattern.CASE_INSENSITIVE);

    /** "the things I love", "places I want to see": a person names something by what they feel of it. */
    private static final Pattern RELATIVE = Pattern.compile(
            "(?:(?<![\\p{L}'])(?:what|which|who|whom|where|whatever|something|someone|somebody|anything|anyone|everything|everyone|all|one"
                    + "|ones|thing|the (?:only |first |last |same )?[\\p{L}-]+|an? [\\p{L}-]+(?<!bit|lot|while|result)|(?:the|an?|this|these|those|some|any|many)"
                    + " [\\p{L}-]+ that|(?:things?|people|something|those|ones?|places?|all) that"
                    + "|(?!(?:yes|always|sometimes|besides|thanks|perhaps|plus|guess|nowadays|afterwards|honestly|mornings|evenings|nights|days|weekends"
                    + "|lots|loads|towards|regardless|across|unless|[\\p{L}]+days)\\s)[\\p{L}-]{3,}s(?<!us|is|ss)))\\s+$",
            Pattern.CASE_INSENSITIVE);

    /** "By the end of the year I want to …": what comes before is when or where. */
    private static final Pattern OPENING = Pattern.compile(
            "^\\s*(?:(?:and|but|so|well|also|yes|no|plus|then) )?(?:in|on|at|by|during|after|before|given|for|most|since|over|from|with|every|each"
                    + "|these days|this (?:morning|week|month|year|spring|summer|autumn|fall|winter|time)|next|last|right|throughout|through|within|despite|unlike|like)\\s",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TOLD =
            Pattern.compile("\\b(?:told|tell|telling|reminded|warned)\\b[^,.;:]{0,30}$", Pattern.CASE_INSENSITIVE);

    private Assertion() {}

    /** The part of a sentence that asserts something; empty if all of it asks. */
    static String asserted(Sentence sentence) {
        if (!sentence.question()) {
            return sentence.plain();
        }
        Matcher tag = TAG_QUESTION.matcher(sentence.plain());
        return tag.find() ? sentence.plain().substring(0, tag.start()) : "";
    }

    /** Whether what a rule of a kind found between two places of a sentence is meant. */
    static boolean holds(Kind kind, String plain, int start, int end) {
        String before = plain.substring(0, start);
        String after = plain.substring(end);
        return !NEGATED.matcher(before).find()
                && (CONDITIONAL.contains(kind) || real(before, after))
                && !WHEN_BEFORE.matcher(before).find()
                && !relative(before)
                && ownWords(before, after)
                && !(PRESENT.contains(kind) && past(plain))
                && !(DONE.contains(kind)
                        && FUTURE.matcher(clause(before) + plain.substring(start, end))
                                .find());
    }

    private static boolean relative(String before) {
        return RELATIVE.matcher(before).find()
                && !TOLD.matcher(before).find()
                && !OPENING.matcher(clause(before)).find();
    }

    private static boolean real(String before, String after) {
        return !IRREAL.matcher(before).find() && !CONDITION_AFTER.matcher(after).find();
    }

    private static boolean ownWords(String before, String after) {
        int last = -1;
        Matcher speech = SPEECH.matcher(before);
        while (speech.find()) {
            last = speech.start();
        }
        return (last < 0 || OWN_SPEECH.matcher(before.substring(0, last)).find())
                && !SPEECH_AFTER.matcher(after).find();
    }

    private static boolean past(String plain) {
        return PAST.matcher(plain).find() && !NOW.matcher(plain).find();
    }

    /** What stands before, back to the last comma. */
    private static String clause(String before) {
        int cut = before.length();
        while (cut > 0 && ",，;；:：".indexOf(before.charAt(cut - 1)) < 0) {
            cut--;
        }
        return before.substring(cut);
    }
}
