package org.byenatos.localaischeduler.enrich;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;

/**
 * What a record is worth, from the record alone:
 *
 * <ul>
 *   <li>quality: how much there is to go by. Length up to 200 letters, a Chinese character for two (0.35), words of the
 *       person's own beside the highlight (0.2), key concepts up to four (0.2), an address (0.15), tags (0.1).
 *   <li>relevance to a PSP: how much it says about the person. Statements in the first person (0.45), of preference, habit,
 *       plan or relation (0.35), a note of their own (0.2); nothing if others said it or it is restricted: such records are
 *       never part of a PSP.
 *   <li>priority: how soon it is likely to matter. Words of duty or time limits (0.4), relevance to a PSP (0.25), quality
 *       (0.2), and how new it is, halved every week (0.15).
 * </ul>
 *
 * Stateless.
 */
final class RecordScores {

    private static final double FULL_LENGTH = 200;
    private static final double FULL_CONCEPTS = 4;
    private static final double WEEK_HOURS = 24 * 7;

    // Each pattern begins with the letters that its words begin with: most places of a text are passed over by these
    // alone. Whether a character is one of many Chinese ones costs a step for each, so only those past ASCII are asked.
    private static final Pattern FIRST_PERSON =
            Pattern.compile("(?=[IMmWwOo我])(?:\\b(I|I'm|I've|I'd|I'll|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Mm]ine)\\b|我)");
    private static final Pattern ABOUT_ONESELF = Pattern.compile(
            "(?=[abdefghlmnpuvw])\\b(prefer|favou?rite|always|never|usually|every (day|week|morning|night)|allerg|plan to|planning|goal|want to|"
                    + "going to|decided|believe|value|hate|love|like to|live in|moved? to|work (as|at|for)|my (wife|husband|"
                    + "partner|son|daughter|mother|father|friend|boss|doctor|team|job|name|birthday))"
                    + "|(?=[^\\x00-\\x7F])(?=[喜讨偏最总从通每习过打计目想决相住搬工我])(?:喜欢|讨厌|偏好|最爱|总是|从不|从来|通常|每天|每周|每晚|习惯|过敏|打算|计划|目标|想要|想学|决定|相信|"
                    + "住在|搬到|工作|我的(妻子|丈夫|爱人|儿子|女儿|妈妈|爸爸|母亲|父亲|朋友|老板|医生|同事|名字|生日))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DUTY = Pattern.compile(
            "(?=[abdhmnrtu])\\b(must|need to|have to|deadline|due|urgent|asap|remember to|don't forget|todo|to-do|appointment|by (monday|"
                    + "tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight))\\b"
                    + "|(?=[^\\x00-\\x7F])(?=[必一截到紧尽记别待预明今务])(?:必须|一定要|截止|到期|紧急|尽快|记得|别忘|待办|预约|明天之前|今晚之前|务必)",
            Pattern.CASE_INSENSITIVE);

    Enrichment.Scores of(HinataRecord record, int concepts, Instant at) {
        String text = record.text();
        double quality = quality(record, text, concepts);
        double personal = personal(record, text);
        double hours = Math.max(0, Duration.between(record.timestamp(), at).toMinutes() / 60.0);
        double fresh = Math.pow(0.5, hours / WEEK_HOURS);
        double priority = (DUTY.matcher(text).find() ? 0.4 : 0) + 0.25 * personal + 0.2 * quality + 0.15 * fresh;
        return new Enrichment.Scores(rounded(quality), rounded(priority), rounded(personal));
    }

    private static double quality(HinataRecord record, String text, int concepts) {
        double letters = text.chars().map(c -> c >= 0x2E80 ? 2 : 1).sum();
        boolean both = !record.highlight().isBlank() && !record.note().isBlank();
        return 0.35 * Math.min(1, letters / FULL_LENGTH)
                + (both ? 0.2 : 0)
                + 0.2 * Math.min(1, concepts / FULL_CONCEPTS)
                + (record.address().isBlank() ? 0 : 0.15)
                + (record.tag().isEmpty() ? 0 : 0.1);
    }

    private static double personal(HinataRecord record, String text) {
        if (record.author() != null || record.access() == Access.RESTRICTED) {
            return 0;
        }
        boolean first = FIRST_PERSON.matcher(text).find();
        boolean about = ABOUT_ONESELF.matcher(text).find();
        return (first ? 0.45 : 0)
                + (about ? first ? 0.35 : 0.1 : 0)
                + (record.note().isBlank() ? 0 : 0.2);
    }

    private static double rounded(double value) {
        return Math.round(Math.min(1, value) * 1000) / 1000.0;
    }
}
