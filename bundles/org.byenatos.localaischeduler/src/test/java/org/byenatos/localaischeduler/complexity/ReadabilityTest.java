package org.byenatos.localaischeduler.complexity;

import static org.assertj.core.api.Assertions.assertThat;

import org.byenatos.localaischeduler.Texts;
import org.byenatos.localaischeduler.text.CommonHan;
import org.junit.jupiter.api.Test;

class ReadabilityTest {

    private final Readability readability = new Readability(new CommonHan());

    @Test
    void tellsHardEnglishFromEasy() {
        String easy =
                "I saw a dog. The dog was big. It ran to me. We had fun in the sun all day. Then we went home to eat.";
        String hard = "Notwithstanding considerable methodological heterogeneity, contemporary epidemiological"
                + " investigations consistently demonstrate statistically significant associations between prolonged"
                + " environmental noise exposure and cardiovascular morbidity in metropolitan populations.";
        assertThat(readability.level(easy, "en")).isEqualTo("low");
        assertThat(readability.level(Texts.BEAVERS, "en")).isEqualTo("medium");
        assertThat(readability.level(hard, "en")).isEqualTo("high");
    }

    @Test
    void tellsHardChineseFromEasy() {
        String easy = "今天天气很好。我和妈妈去公园玩。我们看到了很多花。妈妈很高兴。我也很高兴。下次我还要去。";
        String hard =
                "鉴于既往文献对噪声暴露与心血管疾病发病率之间的剂量效应关系尚存争议，本研究采用倾向评分匹配及敏感性分析，" + "系统评估了长期夜间交通噪声暴露对城市居民睡眠结构及皮质醇节律紊乱的潜在影响机制。";
        assertThat(readability.level(easy, "zh")).isEqualTo("low");
        assertThat(readability.level(hard, "zh")).isEqualTo("high");
        assertThat(readability.level(Texts.SLEEP, "zh")).isIn("medium", "high");
    }

    @Test
    void tellsHardGermanFromEasy() {
        String easy = "Der Hund ist groß. Er rennt zu mir. Wir haben Spaß im Park. Dann gehen wir heim und essen.";
        String hard = "Die verwaltungsgerichtliche Rechtsprechung berücksichtigt bei der Interessenabwägung regelmäßig"
                + " die Verhältnismäßigkeit emissionsschutzrechtlicher Anordnungen gegenüber den wirtschaftlichen"
                + " Beeinträchtigungen der betroffenen Anlagenbetreiber.";
        assertThat(readability.level(easy, "de")).isEqualTo("low");
        assertThat(readability.level(hard, "de")).isEqualTo("high");
    }

    @Test
    void saysNothingOfShortTextsAndLanguagesWithoutAFormula() {
        assertThat(readability.level("Buy milk.", "en")).isNull();
        assertThat(readability.level("", "und")).isNull();
        assertThat(readability.level("买牛奶。", "zh")).isNull();
        assertThat(readability.level("明日は医者に行ってから、友達に会います。".repeat(5), "ja")).isNull();
    }
}
