package org.byenatos.localaischeduler.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HanSegmentsTest {

    private static final HanSegments SEGMENTS = new StopWords().han();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "我们的目的是了解项目|目的,了解项目",
                "因为今天在上海开会|上海开会",
                "一盆薄荷和两台电脑|薄荷,电脑",
                "这道菜|菜",
                "若溪寄的绿茶|若溪,绿茶",
                "但是现在没有|''",
            })
    void cutsAtWordsThatSayNothing(String run, String segments) {
        assertThat(String.join(",", SEGMENTS.of(run))).isEqualTo(segments);
    }
}
