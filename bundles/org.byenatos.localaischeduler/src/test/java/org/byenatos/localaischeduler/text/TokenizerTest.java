package org.byenatos.localaischeduler.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byenatos.localaischeduler.text.Token.Kind.BREAK;
import static org.byenatos.localaischeduler.text.Token.Kind.HAN;
import static org.byenatos.localaischeduler.text.Token.Kind.KATAKANA;
import static org.byenatos.localaischeduler.text.Token.Kind.NUMBER;
import static org.byenatos.localaischeduler.text.Token.Kind.WORD;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TokenizerTest {

    @Test
    void cutsWordsNumbersAndScripts() {
        assertThat(Tokenizer.tokens("Anna's e-mail: 3.5 km, 5k 用Java写 テスト"))
                .extracting(Token::text, Token::kind)
                .containsExactly(
                        tuple("Anna's", WORD),
                        tuple("e-mail", WORD),
                        tuple(":", BREAK),
                        tuple("3.5", NUMBER),
                        tuple("km", WORD),
                        tuple(",", BREAK),
                        tuple("5k", WORD),
                        tuple("用", HAN),
                        tuple("Java", WORD),
                        tuple("写", HAN),
                        tuple("テスト", KATAKANA));
        assertThat(Tokenizer.tokens("C++ and C#")).extracting(Token::text).containsExactly("C++", "and", "C#");
    }

    @Property(tries = 300)
    void tokensFollowOneAnotherInTheText(@ForAll String text) {
        List<Token> tokens = Tokenizer.tokens(text);
        int at = 0;
        for (Token token : tokens) {
            assertThat(text.startsWith(token.text(), token.start())).isTrue();
            assertThat(text.substring(at, token.start())).isBlank();
            at = token.start() + token.text().length();
        }
        assertThat(text.substring(at)).isBlank();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
