package org.byenatos.personalizationmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byenatos.personalizationmemory.Records.USER;
import static org.byenatos.personalizationmemory.Records.note;
import static org.byenatos.personalizationmemory.Records.revision;

import java.util.List;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.PspComponent;
import org.junit.jupiter.api.Test;

class LearningTest {

    private final MemoryFixture fixture = new MemoryFixture();

    @Test
    void quotesThePersonWithOriginAndEvidence() {
        fixture.learn(note("n1", 1, "We finally moved to Porto."), note("n2", 2, "我对花生过敏。"));

        assertThat(fixture.known())
                .containsExactlyInAnyOrder(
                        "Home: \"We finally moved to Porto.\" (notes, 2026-08-02)",
                        "过敏: \"我对花生过敏。\" (notes, 2026-08-03)");
        assertThat(fixture.stored().values())
                .allSatisfy(component -> assertThat(component.evidence()).hasSize(1));
    }

    @Test
    void theSameRecordsAgainChangeNothing() {
        StoredRecord record = note("n1", 1, "I live in Lyon. I'm vegan now.");

        assertThat(fixture.memory.learn(USER, List.of(record))).isEqualTo(2);
        assertThat(fixture.memory.learn(USER, List.of(record))).isZero();
        assertThat(fixture.repository.saves).isEqualTo(1);
    }

    @Test
    void aLaterStatementEndsAContradictedOne() {
        fixture.learn(note("n1", 1, "I live in Leipzig."), note("n2", 9, "We live in Utrecht now."));

        assertThat(fixture.known()).singleElement().asString().contains("Utrecht");
        assertThat(fixture.stored().values())
                .filteredOn(component -> component.text().contains("Leipzig"))
                .singleElement()
                .extracting(PspComponent::validTo)
                .isEqualTo(Records.START.plusSeconds(86_400L * 9));
    }

    @Test
    void aPlanToMoveIsNoResidenceAndEndsWhenItIsDone() {
        fixture.learn(note("n1", 1, "I live in Leipzig."), note("n2", 2, "We're moving to Utrecht in August."));
        assertThat(fixture.known()).hasSize(2).anyMatch(text -> text.startsWith("Plan:"));

        fixture.learn(note("n3", 20, "我的新家在乌得勒支。"));
        assertThat(fixture.known()).singleElement().asString().startsWith("住处:");
    }

    @Test
    void aPlanToMoveOutlivesWordsOnThePresentHome() {
        fixture.learn(note("n1", 2, "We're moving to Utrecht in August."), note("n2", 3, "现在还住在莱比锡。"));

        assertThat(fixture.known()).hasSize(2);
    }

    @Test
    void dietsContradictByWhatTheyAllow() {
        fixture.learn(
                note("n1", 1, "我是无肉不欢的人。"),
                note("n2", 2, "I'm a vegetarian now."),
                note("n3", 5, "I don't eat meat these days."),
                note("n4", 9, "今天重新开始吃鱼了。"));

        assertThat(fixture.known())
                .containsExactlyInAnyOrder(
                        "Diet: \"I don't eat meat these days.\" (notes, 2026-08-06)",
                        "饮食: \"今天重新开始吃鱼了。\" (notes, 2026-08-10)");
    }

    @Test
    void aGoalGrows() {
        fixture.learn(
                note("n1", 1, "My goal is to run 5 km."),
                note("n2", 9, "I signed up for the half marathon in November."),
                note("n3", 10, "I'm learning Dutch."));

        assertThat(fixture.known()).hasSize(2).noneMatch(text -> text.contains("5 km"));
    }

    @Test
    void whatIsMoreExactContradictsNothing() {
        fixture.learn(
                note("n1", 1, "I'm a firmware engineer at Auenwerk."),
                note("n2", 2, "I'm an engineer, I don't write books."),
                note("n3", 3, "我住在上海徐汇。"),
                note("n4", 4, "我住在上海。"));

        assertThat(fixture.stored().values()).allMatch(component -> component.validTo() == null);
    }

    @Test
    void whatIsSaidTwiceIsSurer() {
        fixture.learn(note("n1", 1, "I'm allergic to cashews."));
        double once = only().confidence();
        fixture.learn(note("n2", 8, "我对腰果过敏。"));

        assertThat(only().confidence()).isGreaterThan(once);
        assertThat(only().weight()).isGreaterThanOrEqualTo(0.95);
        assertThat(only().evidence())
                .extracting(evidence -> evidence.ref().id())
                .containsExactly("n2", "n1");
    }

    @Test
    void forgettingARecordWithdrawsWhatItSaid() {
        StoredRecord leipzig = note("n1", 1, "I live in Leipzig.");
        StoredRecord utrecht = note("n2", 9, "We live in Utrecht now.");
        fixture.learn(leipzig, utrecht);

        fixture.memory.forget(USER, List.of(utrecht.ref()));

        assertThat(fixture.known()).singleElement().asString().contains("Leipzig");
        fixture.memory.forget(USER, List.of(leipzig.ref()));
        assertThat(fixture.stored()).isEmpty();
    }

    @Test
    void aRevisionTakesThePlaceOfWhatTheRecordSaid() {
        StoredRecord first = note("n1", 1, "I live in Leipzig.");
        fixture.learn(first);

        fixture.learn(revision(first, "I live in Dresden.", Access.SHARED));
        assertThat(fixture.known()).singleElement().asString().contains("Dresden");

        fixture.learn(revision(revision(first, "", Access.SHARED), "Nothing.", Access.SHARED));
        assertThat(fixture.stored()).isEmpty();
    }

    @Test
    void restrictedRecordsAreNotLearnt() {
        StoredRecord first = note("n1", 1, "I'm allergic to penicillin.");
        fixture.learn(first);
        fixture.learn(revision(first, "I'm allergic to penicillin.", Access.RESTRICTED));

        assertThat(fixture.stored()).isEmpty();
    }

    @Test
    void aNewInstanceKnowsWhatTheOldOneLearnt() {
        fixture.learn(note("n1", 1, "I live in Leipzig."), note("n2", 2, "Please be direct with me."));

        MemoryFixture successor = new MemoryFixture(fixture.repository);

        assertThat(successor.known()).hasSize(2).isEqualTo(fixture.known());
    }

    @Test
    void anErasedUserIsForgottenAtOnceWhenToldSo() {
        fixture.learn(note("n1", 1, "I live in Leipzig."));
        assertThat(fixture.known()).hasSize(1);

        fixture.repository.erase(USER);
        fixture.memory.forget(USER, List.of());

        assertThat(fixture.known()).isEmpty();
    }

    private PspComponent only() {
        List<PspComponent> components = fixture.memory
                .psp(USER, Visibility.EVERYTHING, MemoryFixture.request(null, 1000), List.of(), List.of())
                .components();
        assertThat(components).hasSize(1);
        return components.get(0);
    }
}
