package org.byenatos.localaischeduler.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentimentScaleTest {

    private final SentimentScale scale = new SentimentScale();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I love this book, it is wonderful.|positive",
                "What a terrible, boring film.|negative",
                "The train leaves at nine.|neutral",
                "It is not good.|negative",
                "It wasn't a bad idea.|positive",
                "I don't like it at all.|negative",
                "The food was nice, but the service was horrible.|negative",
                "The service was slow, but the food was amazing.|positive",
                "我非常喜欢这家餐厅，菜很好吃。|positive",
                "这部电影太无聊了，很失望。|negative",
                "会议在三楼举行。|neutral",
                "我不喜欢这个颜色。|negative",
                "这个主意不坏，没有失望。|positive",
                "味道不错，但是服务很糟糕。|negative",
                "Das Wetter ist schön.|neutral",
            })
    void tellsTheMood(String text, String label) {
        assertThat(scale.of(text).label()).isEqualTo(label);
    }

    @Test
    void strongerWordsCountForMore() {
        assertThat(scale.of("very good").score()).isGreaterThan(scale.of("good").score());
        assertThat(scale.of("slightly good").score())
                .isLessThan(scale.of("good").score());
        assertThat(scale.of("非常高兴").score()).isGreaterThan(scale.of("高兴").score());
        assertThat(scale.of("有点难过").score()).isGreaterThan(scale.of("难过").score());
    }

    @Test
    void staysWithinItsScale() {
        assertThat(scale.of("wonderful ".repeat(1000)).score()).isBetween(0.99, 1.0);
        assertThat(scale.of("糟糕".repeat(1000)).score()).isBetween(-1.0, -0.99);
        assertThat(scale.of("").words()).isZero();
    }
}
