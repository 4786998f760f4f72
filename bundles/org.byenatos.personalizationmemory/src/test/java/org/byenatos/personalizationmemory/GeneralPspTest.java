package org.byenatos.personalizationmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byenatos.personalizationmemory.MemoryFixture.ENCODING;
import static org.byenatos.personalizationmemory.MemoryFixture.request;
import static org.byenatos.personalizationmemory.Records.note;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.Layer;
import org.byenatos.api.psp.Psp;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.psp.PspFormat;
import org.byenatos.api.psp.PspRequest;

/** A general PSP is useful, and nothing of a record's own wording can be in it. */
class GeneralPspTest {

    private final MemoryFixture fixture = new MemoryFixture();

    @Example
    void saysWhatIsGeneral() {
        learn(
                "I'm allergic to peanuts.",
                "I am a vegetarian.",
                "I love bouldering in Utrecht.",
                "I hate karaoke, I can't stand long meetings.",
                "I want to run the Rotterdam marathon on 12 April 2027.",
                "Please keep your answers short.",
                "I learn best by doing.",
                "I'm a nurse at Sint Antonius.",
                "My wife Annelies plays the cello.",
                "I quit coffee.");

        assertThat(texts())
                .contains(
                        "Allergic to nuts",
                        "Does not eat meat",
                        "Does not eat fish and seafood",
                        "Likes climbing and hiking",
                        "Has a goal or plan: running",
                        "Prefers short answers",
                        "Learns best by doing",
                        "Works in health care",
                        "Has a partner",
                        "Avoids coffee");
    }

    @Example
    void speaksTheLanguageOfWhatWasSaid() {
        learn("我对花生过敏。", "我喜欢攀岩。", "我住在杭州西湖区。", "我叫王小明。");

        assertThat(texts()).containsExactlyInAnyOrder("对坚果过敏", "喜欢登山和徒步");
    }

    @Example
    void hasNoNamesPlacesNumbersDatesOrWordsOfRecords() {
        learn(
                "My name is Orla Fennimore.",
                "I live in Utrecht, at 12 Kerkstraat, 3511 AB.",
                "My birthday is on 4 March 1988.",
                "I'm 38 years old.",
                "I work for Auenwerk.",
                "My sister Bríd lives in Galway, call her on +353 86 123 4567.",
                "Please e-mail me at orla@fennimore.example instead of calling.",
                "I'm saving for a house, account NL91 ABNA 0417 1643 00.",
                "I was diagnosed with lupus.",
                "我叫李雷，我的手机是13812345678。",
                "我在阿里巴巴工作。",
                "我妹妹叫韩梅梅。");

        Psp psp = psp(100_000);

        assertThat(psp.text())
                .doesNotContainIgnoringCase(
                        "Orla",
                        "Fennimore",
                        "Utrecht",
                        "Kerkstraat",
                        "Auenwerk",
                        "Bríd",
                        "Galway",
                        "lupus",
                        "李雷",
                        "阿里巴巴",
                        "韩梅梅")
                .doesNotContainPattern("[0-9@+\"]");
        assertThat(texts()).contains("Has siblings", "Has a health condition to be considerate of");
    }

    /** The strongest form: of all sentences that are known to be understood, only our own phrases come out. */
    @Example
    void saysNothingButItsOwnPhrases() throws IOException {
        List<String> sentences = new ArrayList<>(said("said-en.txt"));
        sentences.addAll(said("said-zh.txt"));
        learn(sentences.toArray(String[]::new));

        List<String> texts = texts();

        assertThat(texts).hasSizeGreaterThan(60).allMatch(ownPhrases()::contains);
        assertThat(psp(100_000).components())
                .allSatisfy(component -> assertThat(component.evidence()).isEmpty());
    }

    @Property(tries = 60)
    void noNameGetsThrough(@ForAll("names") String name) {
        learn(
                "My name is " + name + ".",
                "I live in " + name + ".",
                "I love " + name + ".",
                "I'm allergic to " + name + ".",
                "I'm a teacher at " + name + ".",
                "My brother " + name + " is coming.",
                "I want to learn " + name + ".",
                "Please call me " + name + ".",
                "The most important thing in my life is " + name + ".");

        assertThat(psp(100_000).text()).doesNotContain(name);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(6)
                .ofMaxLength(12)
                .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }

    @Example
    void aQuestionDoesNotFindOutWhatIsLeftOut() {
        learn("I love the Heidelberg bouldering hall.", "I love the opera in Verona.", "I'm allergic to cats.");

        Psp right = ask("Does the person go to the Heidelberg hall?", 60);
        Psp wrong = ask("Does the person go to the Trondheim hall?", 60);

        assertThat(right.text()).isEqualTo(wrong.text());
    }

    @Example
    void keepsToTheBudgetTheLayersAndTheForm() {
        learn("I'm allergic to nuts.", "I love jazz.", "I want to run a marathon.", "I learn best by doing.");

        assertThat(psp(50).tokens()).isLessThanOrEqualTo(50);
        PspRequest working = new PspRequest(null, 800, ENCODING, PspFormat.JSON, Set.of(Layer.WORKING));
        assertThat(fixture.memory
                        .generalPsp(Records.USER, Visibility.EVERYTHING, working)
                        .text())
                .contains("\"text\":\"Has a goal or plan: running\"")
                .doesNotContain("nuts");
    }

    @Example
    void restsOnlyOnWhatTheAppMaySee() {
        fixture.learn(
                note("one", Access.PRIVATE, "n1", 1, "I'm allergic to nuts."),
                note("one", Access.SHARED, "n2", 1, "I love jazz."),
                note("two", Access.RESTRICTED, "n3", 1, "I'm a nurse."));

        Psp psp = fixture.memory.generalPsp(Records.USER, new Visibility("two", true, true, false), request(null, 800));

        assertThat(psp.components()).extracting(PspComponent::text).containsExactly("Likes music");
    }

    private void learn(String... sentences) {
        StoredRecord[] notes = new StoredRecord[sentences.length];
        for (int i = 0; i < sentences.length; i++) {
            notes[i] = note("n" + i, 1, sentences[i]);
        }
        fixture.learn(notes);
    }

    private Psp psp(int budget) {
        return fixture.memory.generalPsp(Records.USER, Visibility.EVERYTHING, request(null, budget));
    }

    private Psp ask(String question, int budget) {
        return fixture.memory.generalPsp(Records.USER, Visibility.EVERYTHING, request(question, budget));
    }

    private List<String> texts() {
        return psp(100_000).components().stream().map(PspComponent::text).toList();
    }

    private static List<String> said(String file) throws IOException {
        return lines("statement/" + file).stream()
                .map(line -> line.split("\\|", -1))
                .filter(parts -> parts.length > 1)
                .map(parts -> parts[1].strip())
                .toList();
    }

    /** Every phrase that the file can make, read here in another way than by the code that is tested. */
    private static Set<String> ownPhrases() throws IOException {
        Set<String> things = new HashSet<>();
        Set<String> frames = new HashSet<>();
        for (String line : lines("general/phrases.txt")) {
            if (line.startsWith("[") && line.contains("|")) {
                frames.addAll(List.of(line.substring(1, line.indexOf(']')).split("\\|")));
            } else if (line.contains(" = ")) {
                things.addAll(List.of(line.substring(0, line.indexOf(" = ")).split("\\|")));
            }
        }
        Set<String> all = new HashSet<>();
        for (String thing : things) {
            all.add(thing.strip());
            frames.forEach(frame -> all.add(frame.strip().replace("{}", thing.strip())));
        }
        return all;
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(GeneralPspTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
