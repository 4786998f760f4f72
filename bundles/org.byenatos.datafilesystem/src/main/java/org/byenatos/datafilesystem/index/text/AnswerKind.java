package org.byenatos.datafilesystem.index.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What kind of answer a question asks for, in English or Chinese, and how a text shows that it holds such a one. Of a
 * question that asks for several the first in this order counts. Whether a place of a text can begin an English or a Chinese
 * word is asked first, since nearly all of the time goes to places that begin none.
 */
public enum AnswerKind {

    /** How much, how many, how long, how often. */
    QUANTITY(
            4,
            "\\bhow (?:long|many|much|often|old|far|tall|big|heavy)\\b|多少|几(?![乎点月号时日])|多[久长大远高重]",
            "\\d|(?=[a-z])\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundreds?|thousands?|once|twice"
                    + "|couple|dozen|half|several|few|every|daily|weekly|times)\\b"
                    + "|(?=[^\\x00-\\x7F])(?:[一二三四五六七八九十百千万两几半][个次年天岁块元本杯人遍周里米斤]|小时|分钟)"),

    /** When. */
    TIME(
            8,
            "\\bwhen\\b|\\b(?:what|which) (?:day|date|month|year|time|week)\\b|什么时候|何时|几[点月号时日]|[哪何]一?[天年]|哪个月",
            "(?=[a-z12])\\b(?:yesterday|today|tonight|tomorrow|last|next|ago|weeks?|weekend|months?|years?|days?|recently|since|soon"
                    + "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july"
                    + "|august|september|october|november|december|morning|evening|afternoon|night|summer|winter|spring"
                    + "|autumn|fall|(?:19|20)\\d\\d)\\b|\\d[年月日号点]"
                    + "|(?=[^\\x00-\\x7F])(?:[昨今明前后]天|[上下这本]个?(?:周|星期|月)|[去今明]年|[早晚]上|[上中下]午)"),

    /** Who, where, which book or film: something with a name. */
    NAME(
            16,
            "\\b(?:where|who|whose|whom|names?)\\b|\\b(?:what|which)\\b.*\\b(?:city|cities|country|countries|places?"
                    + "|state|town|books?|movies?|films?|songs?|show|series|games?|band|artists?|team|company|restaurant"
                    + "|brand|author|title)\\b|谁|哪里|哪儿|什么地方|哪[个家本部首座]|叫什么|名字",
            "(?<=[a-z,] )(?-i:[A-Z])[a-z]+|[\"“‘《「](?-i:[A-Z]|\\p{IsHan})");

    private final int mark;
    private final Pattern asked;
    private final Pattern held;

    AnswerKind(int mark, String asked, String held) {
        this.mark = mark;
        this.asked = Pattern.compile(asked, Pattern.CASE_INSENSITIVE);
        this.held = Pattern.compile(held, Pattern.CASE_INSENSITIVE);
    }

    /** What a question asks for, {@code null} if none of these. */
    static @Nullable AnswerKind askedBy(String question) {
        for (AnswerKind kind : values()) {
            if (kind.asked.matcher(question).find()) {
                return kind;
            }
        }
        return null;
    }

    /** The bit that stands for it among the marks of a text. */
    int mark() {
        return mark;
    }

    /** Whether a text seems to hold such an answer. */
    boolean isIn(String text) {
        return held.matcher(text).find();
    }
}
