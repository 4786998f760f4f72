package org.byenatos.datafilesystem.index.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorNamesTest {
    private final AuthorNames names = new AuthorNames();

    @ParameterizedTest
    @CsvSource({
        "Caroline, What did Caroline research?, What did          research?",
        "Caroline, what did caroline's dog eat, what did         's dog eat",
        "Zoë Kramer, Where does zoe live?, Where does     live?",
        "Zoë Kramer, What did Zoe Kramer say?, What did            say?",
        "Zoë Kramer, Kramer on pottery, '       on pottery'",
        "李明辉, 李明辉的电话是多少, '   的电话是多少'",
        "李明辉, 明辉喜欢什么, '  喜欢什么'",
        "妈妈, 妈妈说了什么, '  说了什么'",
        "Henrike, Henrike说过什么, '       说过什么'",
    })
    void findsWhoIsNamed(String author, String question, String rest) {
        names.add(author);
        assertThat(names.find(question)).isEqualTo(new AuthorNames.Found(java.util.Set.of(author), rest));
    }

    @ParameterizedTest
    @CsvSource({
        "Caroline, Where is North Carolina?",
        "Will, When will it rain?",
        "Will, Will it rain?",
        "May, It may rain",
        "The New York Times, What are the times of the trains?",
        "The New York Times, the best book",
        "Dr. Ruth Stein, Which dr did I see?",
        "李明辉, 李明是谁",
        "Al, Alles klar",
    })
    void everydayWordsAreNoNames(String author, String question) {
        names.add(author);
        assertThat(names.find(question)).isEqualTo(new AuthorNames.Found(java.util.Set.of(), question));
    }

    @Test
    void aCapitalMakesAnEverydayWordAName() {
        names.add("Will");
        assertThat(names.find("What did Will cook?").authors()).containsExactly("Will");
    }

    @Test
    void oneNameMayMeanSeveralAuthors() {
        names.add("Anna Berg");
        names.add("Anna Sand");
        assertThat(names.find("What does Anna play?").authors()).containsExactlyInAnyOrder("Anna Berg", "Anna Sand");
        assertThat(names.find("What does Anna Sand play?").authors()).containsExactly("Anna Sand");
    }

    @Test
    void oneQuestionMayNameSeveral() {
        names.add("John");
        names.add("王芳");
        assertThat(names.find("Did John meet 王芳?").authors()).containsExactlyInAnyOrder("John", "王芳");
    }
}
