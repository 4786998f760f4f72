package org.byenatos.localaischeduler.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens; spaces are none. Used once, by one thread. */
public final class Tokenizer {

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text) {
        this.text = text;
    }

    /** The tokens of a text, in order. */
    public static List<Token> tokens(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        while (tokenizer.at < text.length()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    private void next() {
        int start = at;
        Token.Kind kind = Characters.kind(text.codePointAt(at));
        at += Character.charCount(text.codePointAt(at));
        switch (kind) {
            case WORD -> word();
            case NUMBER -> number();
            case HAN, KATAKANA -> run(kind);
            case BREAK -> {
                if (text.charAt(start) == ' ') {
                    return;
                }
            }
        }
        boolean letters =
                kind == Token.Kind.NUMBER && text.substring(start, at).chars().anyMatch(Character::isLetter);
        tokens.add(new Token(text.substring(start, at), letters ? Token.Kind.WORD : kind, start));
    }

    private void run(Token.Kind kind) {
        while (at < text.length() && Characters.kind(text.codePointAt(at)) == kind) {
            at += Character.charCount(text.codePointAt(at));
        }
    }

    /** Letters and digits; a hyphen or an apostrophe between them belongs to the word. */
    private void word() {
        while (at < text.length() && (inWord(at) || (Characters.joins(text.charAt(at)) && inWord(at + 1)))) {
            at += Character.charCount(text.codePointAt(at));
        }
        while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '#')) {
            at++;
        }
    }

    /** Digits with what stands between digits, and letters right after: 3.5, 12:30, 2026-07-31, 5k. */
    private void number() {
        while (at < text.length() && (inWord(at) || (".,:/-".indexOf(text.charAt(at)) >= 0 && digit(at + 1)))) {
            at += Character.charCount(text.codePointAt(at));
        }
    }

    private boolean inWord(int index) {
        if (index >= text.length()) {
            return false;
        }
        Token.Kind kind = Characters.kind(text.codePointAt(index));
        return kind == Token.Kind.WORD || kind == Token.Kind.NUMBER;
    }

    private boolean digit(int index) {
        return index < text.length() && Character.isDigit(text.charAt(index));
    }
}
