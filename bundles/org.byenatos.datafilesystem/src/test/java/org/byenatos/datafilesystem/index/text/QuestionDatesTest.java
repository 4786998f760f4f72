package org.byenatos.datafilesystem.index.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionDatesTest {
    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final QuestionDates dates = new QuestionDates();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What happened on 2023-05-07? | 2023-05-07 | 2023-05-08",
                "on 2023/5/7, what? | 2023-05-07 | 2023-05-08",
                "in 2023-05 | 2023-05-01 | 2023-06-01",
                "on 7 May 2023 | 2023-05-07 | 2023-05-08",
                "on the 7th of May, 2023 | 2023-05-07 | 2023-05-08",
                "on May 7th, 2023 | 2023-05-07 | 2023-05-08",
                "on Sept. 3 2024 | 2024-09-03 | 2024-09-04",
                "in January 2022 | 2022-01-01 | 2022-02-01",
                "in early June 2023 | 2023-06-01 | 2023-06-11",
                "in mid-June 2023 | 2023-06-11 | 2023-06-21",
                "late February 2024 | 2024-02-21 | 2024-03-01",
                "last June | 2026-06-01 | 2026-07-01",
                "last December | 2025-12-01 | 2026-01-01",
                "next March | 2027-03-01 | 2027-04-01",
                "this May | 2026-05-01 | 2026-06-01",
                "yesterday | 2026-11-24 | 2026-11-25",
                "the day before yesterday | 2026-11-23 | 2026-11-24",
                "what did I read today? | 2026-11-25 | 2026-11-26",
                "last Tuesday | 2026-11-24 | 2026-11-25",
                "on Thursday | 2026-11-19 | 2026-11-20",
                "this Friday | 2026-11-27 | 2026-11-28",
                "next Monday | 2026-11-30 | 2026-12-01",
                "last week | 2026-11-16 | 2026-11-23",
                "last weekend | 2026-11-21 | 2026-11-23",
                "this month | 2026-11-01 | 2026-12-01",
                "last month | 2026-10-01 | 2026-11-01",
                "three days ago | 2026-11-22 | 2026-11-23",
                "a week ago | 2026-11-15 | 2026-11-22",
                "in the last 10 days | 2026-11-15 | 2026-11-26",
                "the past two weeks | 2026-11-11 | 2026-11-26",
                "between August 11 and August 15 2023 | 2023-08-11 | 2023-08-16",
                "from 3 May 2023 to 9 June 2023 | 2023-05-03 | 2023-06-10",
                "2023年5月7日发生了什么 | 2023-05-07 | 2023-05-08",
                "2023年5月 | 2023-05-01 | 2023-06-01",
                "二〇二三年五月七号 | 2023-05-07 | 2023-05-08",
                "去年8月中旬 | 2025-08-11 | 2025-08-21",
                "今年十一月初 | 2026-11-01 | 2026-11-11",
                "今年二月底 | 2026-02-21 | 2026-03-01",
                "前天我吃了什么 | 2026-11-23 | 2026-11-24",
                "昨晚 | 2026-11-24 | 2026-11-25",
                "上周二 | 2026-11-17 | 2026-11-18",
                "上个星期天 | 2026-11-22 | 2026-11-23",
                "上周 | 2026-11-16 | 2026-11-23",
                "上周末 | 2026-11-21 | 2026-11-23",
                "下下周一 | 2026-12-07 | 2026-12-08",
                "周一 | 2026-11-23 | 2026-11-24",
                "上个月 | 2026-10-01 | 2026-11-01",
                "三天前 | 2026-11-22 | 2026-11-23",
                "两个星期前 | 2026-11-08 | 2026-11-15",
                "最近5天 | 2026-11-20 | 2026-11-26",
                "从2023年5月3日到2023年6月9日 | 2023-05-03 | 2023-06-10",
            })
    void understands(String question, LocalDate from, LocalDate to) {
        assertThat(dates.find(question, TODAY)).containsExactly(new DayRange(from, to, false, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "in June, 06-01, 07-01",
        "in May, 05-01, 06-01",
        "on February 29, 02-29, 03-01",
        "8月中旬, 08-11, 08-21",
        "十月十三日, 10-13, 10-14",
        "5月份, 05-01, 06-01"
    })
    void aDateWithoutAYearIsOfEveryYear(String question, String from, String to) {
        assertThat(dates.find(question, TODAY))
                .containsExactly(new DayRange(LocalDate.parse("2024-" + from), LocalDate.parse("2024-" + to), true, 1));
    }

    @ParameterizedTest
    @CsvSource({"in 2022, 2022", "last year, 2025", "去年, 2025", "2015年黑豹队, 2015", "two years ago, 2024"})
    void aYearCountsLess(String question, int year) {
        assertThat(dates.find(question, TODAY))
                .containsExactly(
                        new DayRange(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), false, Days.YEAR_WEIGHT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What may happen?",
                "Did they march?",
                "Who is 42 years old?",
                "call 13206366146",
                "room 2010-15",
                "on 2023-02-30",
                "持续八个月的活动",
                "一个周的活动",
                "有几天假",
                "the sun sat there",
                "",
            })
    void nothingElseIsADate(String question) {
        assertThat(dates.find(question, TODAY)).isEmpty();
    }

    @Test
    void aQuestionMaySpeakOfSeveralDates() {
        assertThat(dates.find("Was it 7 May 2023 or 2023年6月1日?", TODAY))
                .extracting(DayRange::from)
                .containsExactly(LocalDate.of(2023, 5, 7), LocalDate.of(2023, 6, 1));
    }

    @Test
    void everyYearMeansEachYearThatHasTheDay() {
        DayRange june = dates.find("in June", TODAY).get(0);
        assertThat(june.in(2023)).isEqualTo(new DayRange(LocalDate.of(2023, 6, 1), LocalDate.of(2023, 7, 1), false, 1));
        DayRange february = dates.find("in February", TODAY).get(0);
        assertThat(february.in(2023).to()).isEqualTo(LocalDate.of(2023, 3, 1));
    }

    @Property(tries = 200)
    void neverFails(@ForAll String question) {
        List<DayRange> found = dates.find(question, TODAY);
        assertThat(found).allMatch(range -> range.from().isBefore(range.to()));
    }

    @Property(tries = 200)
    void findsEveryWrittenDay(@ForAll("days") LocalDate day) {
        String chinese = "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        for (String written : List.of(day.toString(), chinese)) {
            assertThat(dates.find("what about " + written + "?", TODAY)).containsExactly(Days.day(day));
        }
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<LocalDate> days() {
        return net.jqwik.api.Arbitraries.longs()
                .between(
                        LocalDate.of(1990, 1, 1).toEpochDay(),
                        LocalDate.of(2090, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
