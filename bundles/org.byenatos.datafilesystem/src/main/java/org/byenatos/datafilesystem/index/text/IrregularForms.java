package org.byenatos.datafilesystem.index.text;

import java.io.IOException;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Brings English words to their base that no stemmer does: "won" to "win", "children" to "child". Forms that are more
 * often another word ("rose", "bit", "lives") stay as they are.
 */
final class IrregularForms extends TokenFilter {

    /** A base and its forms, a line each. */
    private static final String ENGLISH = """
            arise arose arisen
            awake awoke awoken
            bear borne
            beat beaten
            become became
            begin began begun
            bend bent
            bite bitten
            bleed bled
            blow blew blown
            break broke broken
            breed bred
            bring brought
            build built
            burn burnt
            buy bought
            catch caught
            child children
            choose chose chosen
            cling clung
            come came
            creep crept
            deal dealt
            dig dug
            draw drew drawn
            dream dreamt
            drink drank drunk
            drive drove driven
            eat ate eaten
            fall fell fallen
            feed fed
            feel felt
            fight fought
            find found
            flee fled
            fly flew flown
            foot feet
            forbid forbade forbidden
            forget forgot forgotten
            forgive forgave forgiven
            freeze froze frozen
            get got gotten
            give gave given
            go went gone
            goose geese
            grow grew grown
            half halves
            hang hung
            hear heard
            hide hid hidden
            hold held
            keep kept
            kneel knelt
            knife knives
            know knew known
            lead led
            leap leapt
            learn learnt
            leave left
            lend lent
            loaf loaves
            lose lost
            make made
            man men
            mean meant
            meet met
            mouse mice
            overcome overcame
            pay paid
            prove proven
            rebuild rebuilt
            ride rode ridden
            ring rang
            rise risen
            run ran
            say said
            see saw seen
            seek sought
            sell sold
            send sent
            sew sewn
            shake shook shaken
            shelf shelves
            shine shone
            shoot shot
            show shown
            shrink shrank shrunk
            sing sang sung
            sink sank sunk
            sit sat
            sleep slept
            slide slid
            speak spoke spoken
            speed sped
            spell spelt
            spend spent
            spin spun
            spring sprang sprung
            stand stood
            steal stole stolen
            stick stuck
            sting stung
            strike struck
            strive strove striven
            swear swore sworn
            sweep swept
            swell swollen
            swim swam swum
            swing swung
            take took taken
            teach taught
            tear tore torn
            tell told
            thief thieves
            think thought
            throw threw thrown
            tooth teeth
            undergo underwent undergone
            understand understood
            wake woke woken
            wear wore worn
            weave wove woven
            weep wept
            wife wives
            win won
            withdraw withdrew withdrawn
            wolf wolves
            woman women
            write wrote written
            """;

    private static final CharArrayMap<String> BASES = bases();

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    /** @param words in lower case */
    IrregularForms(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        @Nullable String base = BASES.get(term.buffer(), 0, term.length());
        if (base != null) {
            term.setEmpty().append(base);
        }
        return true;
    }

    private static CharArrayMap<String> bases() {
        CharArrayMap<String> bases = new CharArrayMap<>(200, false);
        ENGLISH.lines().map(line -> line.split(" ")).forEach(forms -> {
            for (int i = 1; i < forms.length; i++) {
                bases.put(forms[i], forms[0]);
            }
        });
        return CharArrayMap.unmodifiableMap(bases);
    }
}
