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

    private static final List<Sign> SIGNS = List.of(
            sign(
                    "\\b(?:ignore|disregard|forget|override|bypass|discard)\\b[^.!?\\n]{0,40}\\b(?:previous|prior|above|earlier"
                            + "|preceding|foregoing|existing|your|all|any|system|safety|other)\\b[^.!?\\n]{0,30}"
                            + "\\b(?:instructions?|prompts?|rules|guidelines|directions|directives|commands|messages|context"
                            + "|training)\\b",
                    "ignore",
                    "disregard",
                    "forget",
                    "override",
                    "bypass",
                    "discard"),
            sign(
                    "\\b(?:ignore|disregard|forget) (?:everything|anything|all)\\b[^.!?\\n]{0,30}\\b(?:above|before|said|told)\\b",
                    "ignore",
                    "disregard",
                    "forget"),
            sign(
                    "\\byou are now (?:an?|in|the|my|called|acting|free|no longer|dan|jailbroken|unrestricted)\\b",
                    "you are now"),
            sign(
                    "\\b(?:from now on|henceforth),? you (?:are|will|must|should|have to|act|answer|respond|only)\\b",
                    "from now on",
                    "henceforth"),
            sign(
                    "^\\W{0,6}(?:system|assistant|developer)(?: (?:message|prompt|note|instructions?))?\\W{0,3}[:：]",
                    "system",
                    "assistant",
                    "developer"),
            sign(
                    "<\\|?/?(?:im_start|im_end|system|assistant|user|endoftext|inst)\\|?>|\\[/?inst\\]|<</?sys>>",
                    "<",
                    "inst]"),
            sign("\\b(?:new|updated|real|hidden|secret) (?:system )?instructions?\\s*[:：]", "instruction"),
            sign("#{2,} ?(?:system|instructions?)\\b", "##"),
            sign(
                    "\\b(?:reveal|print|output|repeat|show|leak|send|exfiltrate)\\b[^.!?\\n]{0,30}\\b(?:system prompt"
                            + "|your (?:instructions|prompt)|the user's|user profile|api keys?|passwords?)\\b",
                    "system prompt",
                    "your instructions",
                    "your prompt",
                    "the user's",
                    "user profile",
                    "api key",
                    "password"),
            sign(
                    "\\b(?:do not|don't|never) (?:tell|inform|mention (?:this|it) to|reveal (?:this|it) to) the user\\b",
                    "the user"),
            sign(
                    "\\b(?:pretend|act) (?:to be|as)\\b[^.!?\\n]{0,30}\\b(?:dan|jailbroken|unrestricted|no (?:rules|limits)"
                            + "|without (?:rules|restrictions))\\b",
                    "pretend",
                    "act as"),
            sign(
                    "\\b(?:ai|assistants?|language models?|llms?|chatbots?)\\b[^.!?\\n]{0,25}\\b(?:must|should now|are (?:hereby )?"
                            + "instructed to|have to)\\b",
                    "ai ",
                    "assistant",
                    "language model",
                    "llm",
                    "chatbot"),
            sign(
                    "(?:忽略|无视|忘记|忘掉|跳过|不要理会|绕过|覆盖)[^。！？\\n]{0,14}(?:指令|指示|提示词?|规则|命令|要求|设定|限制|对话|内容)",
                    "忽略",
                    "无视",
                    "忘记",
                    "忘掉",
                    "跳过",
                    "不要理会",
                    "绕过",
                    "覆盖"),
            sign("(?:从现在(?:起|开始)|现在起|接下来)[，,]?你(?:是|将|必须|要|只能|扮演|应该)", "从现在", "现在起", "接下来"),
            sign("你现在是(?:一个|一名|一位|个|没有|不受|我的|dan)", "你现在是"),
            sign("[【\\[（(]?系统(?:提示|指令|消息|信息|命令)[】\\]）):：]", "系统"),
            sign("(?:^|\\n)\\s*(?:系统|助手|开发者)\\s*[:：]", "系统", "助手", "开发者"),
            sign("(?:不要|别|不得|禁止)告诉用户|(?:输出|泄露|显示|重复|打印)[^。！？\\n]{0,8}(?:系统提示|提示词|用户的?(?:资料|信息|隐私|地址))", "用户", "提示"),
            sign("(?:新的|最新的|隐藏的?)(?:系统)?指令\\s*[:：]", "指令"),
            sign("(?:人工智能|语言模型|ai|大模型|助手)[^。！？\\n]{0,10}(?:必须|务必|请立即)", "必须", "务必", "请立即"));

    private static final Cues CUES = new Cues(SIGNS.stream().map(Sign::cues).toList());

    private Orders() {}

    /** A pattern, and strings without one of which it cannot match. */
    private record Sign(Pattern pattern, List<String> cues) {}

    private static Sign sign(String regex, String... cues) {
        return new Sign(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE), List.of(cues));
    }

    /** Whether a text looks as if it were written to steer a language model. */
    public static boolean in(String text) {
        String plain = plain(text);
        return CUES.in(plain.toLowerCase(Locale.ROOT)).stream()
                .anyMatch(sign -> SIGNS.get(sign).pattern().matcher(plain).find());
    }

    private static String plain(String text) {
        if (ordinary(text)) {
            return text;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return SPACE.matcher(INVISIBLE.matcher(composed).replaceAll("")).replaceAll(" ");
    }

    /** Whether a text has only characters that nothing can hide behind. */
    private static boolean ordinary(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain =
                    (c >= ' ' && c < 0x7f) || c == '\n' || Language.isHan(c) || "，。、！？；：“”‘’（）《》…—".indexOf(c) >= 0;
            if (!plain || (c == ' ' && i > 0 && text.charAt(i - 1) == ' ')) {
                return false;
            }
        }
        return true;
    }
}
