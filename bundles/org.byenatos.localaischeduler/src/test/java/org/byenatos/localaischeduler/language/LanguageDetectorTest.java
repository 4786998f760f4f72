package org.byenatos.localaischeduler.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.byenatos.localaischeduler.text.StopWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

    private static final LanguageDetector DETECTOR = new LanguageDetector(new StopWords());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Firmware freeze is Friday, 31 July. Pilot at the Mulde in Grimma on 24 August.",
                "en|I'm near a soldering iron. Speak.",
                "en|Joris: interview in Utrecht. Van Houwen organ workshop. His train is the 5:31; don't wake him twice.",
                "de|Die Sitzung wurde auf nächsten Dienstag verschoben, weil der Raum belegt ist.",
                "de|Morgen muss ich noch zum Zahnarzt und danach Milch kaufen.",
                "fr|Je n'ai pas encore lu le rapport, mais je le ferai demain matin.",
                "es|Mañana tengo una reunión con el equipo de ventas y después voy a casa.",
                "it|Domani vado al mercato a comprare il pane e la frutta.",
                "pt|Amanhã vou à praia com os meus amigos, se não chover.",
                "nl|Ik heb vandaag een lange wandeling gemaakt langs het kanaal.",
                "sv|Jag har aldrig varit i Norge men jag vill gärna åka dit.",
                "da|Jeg har aldrig været i Norge, men jeg vil gerne rejse dertil.",
                "pl|Jutro idę do lekarza, a potem spotykam się z Anną.",
                "cs|Zítra musím jít k lékaři a pak se sejdu s Annou.",
                "fi|Huomenna menen lääkäriin ja sitten tapaan Annan.",
                "hu|Holnap orvoshoz megyek, aztán találkozom Annával.",
                "tr|Yarın doktora gidiyorum ve sonra Ayşe ile buluşacağım.",
                "vi|Ngày mai tôi đi khám bác sĩ rồi gặp Lan.",
                "ru|Завтра я иду к врачу, а потом встречаюсь с Анной.",
                "uk|Завтра я йду до лікаря, а потім зустрічаюся з Анною.",
                "bg|Утре отивам на лекар, а след това се срещам с Анна.",
                "ar|غدا سأذهب إلى الطبيب ثم ألتقي بأحمد",
                "fa|فردا به دکتر می‌روم و بعد علی را می‌بینم",
                "hi|कल मैं डॉक्टर के पास जाऊँगा और फिर अन्ना से मिलूँगा",
                "ja|明日は医者に行ってから、友達に会います。",
                "ko|내일 병원에 가고 나서 친구를 만나요.",
                "el|Αύριο πάω στο γιατρό",
                "he|מחר אני הולך לרופא",
                "th|พรุ่งนี้ฉันจะไปหาหมอ",
                "zh|爸今天去查了，右眼白内障，左眼也开始了。",
                "zh|哪家医院？",
            })
    void tellsLanguages(String language, String text) {
        assertThat(DETECTOR.detect(text).language()).isEqualTo(language);
        assertThat(DETECTOR.detect(text).confidence()).isBetween(0.5, 1.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n",
                "Run",
                "好",
                "12345 -- 6.7",
                "😀😀😀",
                "asdkjh qwlekj zxcmn qpwoei",
                "https://example.org/some/english/words/in/an/address",
                "anna.example@example.org",
            })
    void saysThatItDoesNotKnow(String text) {
        assertThat(DETECTOR.detect(text)).isEqualTo(new Detection("und", 0));
    }

    @Test
    void takesTheMainLanguageOfMixedTexts() {
        assertThat(DETECTOR.detect("我们的 project deadline 改到 Friday 了").language())
                .isEqualTo("zh");
        assertThat(DETECTOR.detect("The doctor called it 白内障, which means cataract.")
                        .language())
                .isEqualTo("en");
    }

    @Test
    void isLessSureOfMixedTexts() {
        double pure = DETECTOR.detect("今天去医院检查眼睛，医生说要做手术").confidence();
        double mixed = DETECTOR.detect("今天去医院检查 cataract，医生说要做 surgery").confidence();
        assertThat(mixed).isLessThan(pure);
    }

    @Property(tries = 300)
    void bearsAnyText(@ForAll String text) {
        Detection found = DETECTOR.detect(text);
        assertThat(found.confidence()).isBetween(0.0, 1.0);
        assertThat(found.confidence() == 0).isEqualTo(found.language().equals("und"));
        assertThat(DETECTOR.detect(text)).isEqualTo(found);
    }
}
