package org.byenatos.personalizationmemory.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognises texts that try to give orders to a language model. A text that is taken for one loses little: it is still
 * quoted, with a warning.
 */
public final class Orders {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]");

    private static final Pattern SPACE = Pattern.compile("[ \\t\\x0B\\f\\r]+");

    private static final List<Pattern> SIGNS = List.of(
            sign(
                    "\\b(?:ignore|disregard|forget|override|bypass|discard)\\b[^.!?\\n]{0,40}\\b(?:previous|prior|above|earlier"
                            + "|preceding|foregoing|existing|your|all|any|system|safety|other)\\b[^.!?\\n]{0,30}"
                            + "\\b(?:instructions?|prompts?|rules|guidelines|directions|directives|commands|messages|context"
                            + "|training)\\b"),
            sign(
                    "\\b(?:ignore|disregard|forget) (?:everything|anything|all)\\b[^.!?\\n]{0,30}\\b(?:above|before|said|told)\\b"),
            sign("\\byou are now (?:an?|in|the|my|called|acting|free|no longer|dan|jailbroken|unrestricted)\\b"),
            sign("\\b(?:from now on|henceforth),? you (?:are|will|must|should|have to|act|answer|respond|only)\\b"),
            sign("^\\W{0,6}(?:system|assistant|developer)(?: (?:message|prompt|note|instructions?))?\\W{0,3}[:：]"),
            sign("<\\|?/?(?:im_start|im_end|system|assistant|user|endoftext|inst)\\|?>|\\[/?inst\\]|<</?sys>>"),
            sign("\\b(?:new|updated|real|hidden|secret) (?:system )?instructions?\\s*[:：]"),
            sign("#{2,} ?(?:system|instructions?)\\b"),
            sign("\\b(?:reveal|print|output|repeat|show|leak|send|exfiltrate)\\b[^.!?\\n]{0,30}\\b(?:system prompt"
                    + "|your (?:instructions|prompt)|the user's|user profile|api keys?|passwords?)\\b"),
            sign("\\b(?:do not|don't|never) (?:tell|inform|mention (?:this|it) to|reveal (?:this|it) to) the user\\b"),
            sign(
                    "\\b(?:pretend|act) (?:to be|as)\\b[^.!?\\n]{0,30}\\b(?:dan|jailbroken|unrestricted|no (?:rules|limits)"
                            + "|without (?:rules|restrictions))\\b"),
            sign(
                    "\\b(?:ai|assistants?|language models?|llms?|chatbots?)\\b[^.!?\\n]{0,25}\\b(?:must|should now|are (?:hereby )?"
                            + "instructed to|have to)\\b"),
            sign("(?:忽略|无视|忘记|忘掉|跳过|不要理会|绕过|覆盖)[^。！？\\n]{0,14}(?:指令|指示|提示词?|规则|命令|要求|设定|限制|对话|内容)"),
            sign("(?:从现在(?:起|开始)|现在起|接下来)[，,]?你(?:是|将|必须|要|只能|扮演|应该)"),
            sign("你现在是(?:一个|一名|一位|个|没有|不受|我的|dan)"),
            sign("[【\\[（(]?系统(?:提示|指令|消息|信息|命令)[】\\]）):：]"),
            sign("(?:^|\\n)\\s*(?:系统|助手|开发者)\\s*[:：]"),
            sign("(?:不要|别|不得|禁止)告诉用户|(?:输出|泄露|显示|重复|打印)[^。！？\\n]{0,8}(?:系统提示|提示词|用户的?(?:资料|信息|隐私|地址))"),
            sign("(?:新的|最新的|隐藏的?)(?:系统)?指令\\s*[:：]"),
            sign("(?:人工智能|语言模型|ai|大模型|助手)[^。！？\\n]{0,10}(?:必须|务必|请立即)"));

    /** Words without one of which no sign can be there. */
    private static final Cues CUES = new Cues(List.of(List.of(
            "ignore",
            "disregard",
            "forget",
            "override",
            "bypass",
            "discard",
            "you are now",
            "from now on",
            "henceforth",
            "system",
            "assistant",
            "developer",
            "<",
            "[inst",
            "[/inst",
            "instruction",
            "reveal",
            "print",
            "output",
            "repeat",
            "show",
            "leak",
            "send",
            "exfiltrate",
            "the user",
            "pretend",
            "act ",
            "ai",
            "llm",
            "model",
            "chatbot",
            "忽略",
            "无视",
            "忘记",
            "忘掉",
            "跳过",
            "不要理会",
            "绕过",
            "覆盖",
            "从现在",
            "现在起",
            "接下来",
            "你现在是",
            "系统",
            "助手",
            "开发者",
            "告诉用户",
            "泄露",
            "显示",
            "重复",
            "打印",
            "输出",
            "指令",
            "人工智能",
            "语言模型",
            "大模型")));

    private Orders() {}

    private static Pattern sign(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    }

    /** Whether a text looks as if it were written to steer a language model. */
    public static boolean in(String text) {
        String plain = plain(text);
        if (CUES.in(plain.toLowerCase(Locale.ROOT)).isEmpty()) {
            return false;
        }
        return SIGNS.stream().anyMatch(sign -> sign.matcher(plain).find());
    }

    private static String plain(String text) {
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return SPACE.matcher(INVISIBLE.matcher(composed).replaceAll("")).replaceAll(" ");
    }
}
