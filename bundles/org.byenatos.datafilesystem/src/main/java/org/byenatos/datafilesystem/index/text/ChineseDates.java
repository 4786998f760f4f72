package org.byenatos.datafilesystem.index.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.byenatos.datafilesystem.index.text.Days.Third;
import org.jspecify.annotations.Nullable;

/** Dates as Chinese writes them. The order counts: what says more comes first. */
final class ChineseDates {

    private static final String NUMBER = "(?:\\d{1,3}|[一二三四五六七八九十两]{1,3})";
    private static final String YEAR = "(?<year>(?:19|20)\\d{2}\\s*年|[一二][九〇零○]?[〇零○一二三四五六七八九]{2,3}年|去年|前年|今年|明年)";
    private static final String MONTH = "(?<month>" + NUMBER + ")\\s*月份?";
    private static final String DAY = "(?<day>" + NUMBER + ")\\s*[日号]";
    private static final String PART = "(?<part>上旬|中旬|下旬|初|中|底|末)?";
    private static final String WEEK = "(?:周|星期|礼拜)";
    private static final String WEEKDAY = "(?<weekday>[一二三四五六日天末])";
    private static final String WHICH = "(?<which>上上|上|这|本|下下|下)(?:一)?个?";
    private static final String SPAN = "(?<count>" + NUMBER + ")\\s*(?:多)?个?(?:半)?(?<unit>天|周|星期|礼拜|月|年)";
    private static final Map<String, Integer> DAYS = Map.ofEntries(
            Map.entry("大前天", -3),
            Map.entry("前天", -2),
            Map.entry("昨天", -1),
            Map.entry("昨日", -1),
            Map.entry("昨晚", -1),
            Map.entry("今天", 0),
            Map.entry("今日", 0),
            Map.entry("今早", 0),
            Map.entry("今晚", 0),
            Map.entry("明天", 1),
            Map.entry("后天", 2));
    private static final String DIGITS = "零一二三四五六七八九";

    /** The rules, the first ones first. */
    static final List<DateRule> RULES = List.of(
            DateRule.of(
                    YEAR + "\\s*(?:的)?" + MONTH + "\\s*" + DAY,
                    (m, today) -> Days.day(year(m, today), number(m, "month"), number(m, "day"))),
            DateRule.of(
                    YEAR + "\\s*(?:的)?" + MONTH + PART,
                    (m, today) -> Days.month(year(m, today), number(m, "month"), third(m.group("part")))),
            DateRule.of(MONTH + "\\s*" + DAY, (m, today) -> Days.day(null, number(m, "month"), number(m, "day"))),
            DateRule.of("(?<!个)(?<![\\d一二三四五六七八九十两])" + MONTH + PART, ChineseDates::month),
            DateRule.of(
                    "(?<day>大前天|前天|昨天|昨日|昨晚|今天|今日|今早|今晚|明天|后天)",
                    (m, today) -> Days.day(today.plusDays(DAYS.getOrDefault(m.group("day"), 0)))),
            DateRule.of(SPAN + "(?:之前|以前|前)", (m, today) -> Days.ago(today, number(m, "count"), unit(m))),
            DateRule.of("(?:最近|过去|近)(?:这|的)?" + SPAN, (m, today) -> Days.last(today, number(m, "count"), unit(m))),
            DateRule.of(WHICH + WEEK + WEEKDAY + "?", ChineseDates::week),
            DateRule.of("(?<![个每一二三四五六七八九十两\\d])" + WEEK + WEEKDAY, ChineseDates::lastWeekday),
            DateRule.of(WHICH + "月" + PART, ChineseDates::relativeMonth),
            DateRule.of(YEAR, (m, today) -> Days.year(year(m, today))));

    private ChineseDates() {}

    /** A month alone: "八月", not "八个月". */
    private static DayRange month(Matcher m, LocalDate today) {
        return Days.month(null, number(m, "month"), third(m.group("part")));
    }

    private static DayRange week(Matcher m, LocalDate today) {
        int weeks = offset(m.group("which"));
        String weekday = m.group("weekday");
        if (weekday == null) {
            return Days.week(today, weeks);
        }
        return weekday.equals("末") ? Days.weekend(today, weeks) : Days.weekday(today, weeks, dayOfWeek(weekday));
    }

    private static @Nullable DayRange lastWeekday(Matcher m, LocalDate today) {
        String weekday = m.group("weekday");
        return weekday.equals("末") ? null : Days.lastWeekday(today, dayOfWeek(weekday));
    }

    private static DayRange relativeMonth(Matcher m, LocalDate today) {
        YearMonth month = YearMonth.from(today).plusMonths(offset(m.group("which")));
        return Days.month(month.getYear(), month.getMonthValue(), third(m.group("part")));
    }

    private static int offset(String which) {
        return switch (which) {
            case "上上" -> -2;
            case "上" -> -1;
            case "下" -> 1;
            case "下下" -> 2;
            default -> 0;
        };
    }

    private static DayOfWeek dayOfWeek(String weekday) {
        int number = "一二三四五六日".indexOf(weekday);
        return number < 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(number + 1);
    }

    private static Third third(@Nullable String part) {
        if (part == null) {
            return Third.WHOLE;
        }
        return switch (part) {
            case "上旬", "初" -> Third.EARLY;
            case "中旬", "中" -> Third.MIDDLE;
            default -> Third.LATE;
        };
    }

    private static int year(Matcher m, LocalDate today) {
        String written = m.group("year");
        return switch (written) {
            case "前年" -> today.getYear() - 2;
            case "去年" -> today.getYear() - 1;
            case "今年" -> today.getYear();
            case "明年" -> today.getYear() + 1;
            default -> digits(written.replace("年", "").strip());
        };
    }

    /** Digit by digit: 二〇二三. */
    private static int digits(String written) {
        int number = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = "〇○".indexOf(written.charAt(i)) >= 0 ? '零' : written.charAt(i);
            number = number * 10 + (Character.isDigit(c) ? Character.digit(c, 10) : DIGITS.indexOf(c));
        }
        return number;
    }

    /** Up to ninety-nine: 12, 十二, 二十, 两. */
    private static int number(Matcher m, String group) {
        String written = m.group(group).replace('两', '二');
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        int ten = written.indexOf('十');
        if (ten < 0) {
            return digits(written);
        }
        int tens = ten == 0 ? 1 : digits(written.substring(0, ten));
        int ones = ten == written.length() - 1 ? 0 : digits(written.substring(ten + 1));
        return tens * 10 + ones;
    }

    private static ChronoUnit unit(Matcher m) {
        return switch (m.group("unit")) {
            case "天" -> ChronoUnit.DAYS;
            case "月" -> ChronoUnit.MONTHS;
            case "年" -> ChronoUnit.YEARS;
            default -> ChronoUnit.WEEKS;
        };
    }
}
