package org.byenatos.applifecycle.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppContextTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** RFC 7396, appendix A, where target and patch are objects. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':'b'}|{'a':'c'}|{'a':'c'}",
                "{'a':'b'}|{'b':'c'}|{'a':'b','b':'c'}",
                "{'a':'b'}|{'a':null}|{}",
                "{'a':'b','b':'c'}|{'a':null}|{'b':'c'}",
                "{'a':['b']}|{'a':'c'}|{'a':'c'}",
                "{'a':'c'}|{'a':['b']}|{'a':['b']}",
                "{'a':{'b':'c'}}|{'a':{'b':'d','c':null}}|{'a':{'b':'d'}}",
                "{'a':[{'b':'c'}]}|{'a':[1]}|{'a':[1]}",
                "{'e':null}|{'a':1}|{'e':null,'a':1}",
                "{}|{'a':{'bb':{'ccc':null}}}|{'a':{'bb':{}}}",
                "{'a':'foo'}|{'a':{'b':1}}|{'a':{'b':1}}",
                "{'a':1}|{}|{'a':1}"
            })
    void mergesAsTheRfcSays(String target, String patch, String result) {
        assertThat(merged(json(target), json(patch))).isEqualTo(json(result));
    }

    /** The pseudo-code of RFC 7396, section 2, on plain maps. */
    @Property(tries = 500)
    void mergesAsThePseudoCode(
            @ForAll("objects") Map<String, Object> target, @ForAll("objects") Map<String, Object> patch)
            throws Exception {
        String result = merged(MAPPER.writeValueAsString(target), MAPPER.writeValueAsString(patch));

        assertThat(MAPPER.readTree(result)).isEqualTo(MAPPER.valueToTree(mergePatch(target, patch)));
    }

    @Property(tries = 200)
    void aPatchTwiceIsAPatchOnce(
            @ForAll("objects") Map<String, Object> target, @ForAll("objects") Map<String, Object> patch)
            throws Exception {
        String text = MAPPER.writeValueAsString(patch);
        String once = merged(MAPPER.writeValueAsString(target), text);

        assertThat(tree(merged(once, text))).isEqualTo(tree(once));
    }

    @Test
    void theContextBeforeStaysAsItWas() {
        AppContext before = AppContext.of(new Json(json("{'a':{'b':1}}")), "");
        before.merge(new Json(json("{'a':{'b':null,'c':2}}")));

        assertThat(before.json().text()).isEqualTo(json("{'a':{'b':1}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "100000000000000000000000000000000", "0.1000000000000000055511151231257827"})
    void numbersKeepTheirDigits(String number) {
        assertThat(merged("{\"a\":" + number + "}", "{\"b\":" + number + "}"))
                .isEqualTo("{\"a\":" + number + ",\"b\":" + number + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "1", "\"a\"", "{", "{} {}", "{\"a\":}", "nul"})
    void onlyObjectsAreContextsAndPatches(String text) {
        assertThatThrownBy(() -> AppContext.of(new Json(text), "/context"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("/context");
        assertThatThrownBy(() -> merged("{}", text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void malformedTextIsNotQuoted() {
        assertThatThrownBy(() -> merged("{}", "{\"secret\": oops}"))
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("oops")
                .hasNoCause();
    }

    @Test
    void sixteenLevelsAndNoMore() {
        assertThat(merged("{}", nested(16))).isEqualTo(nested(16));
        assertThatThrownBy(() -> merged("{}", nested(17)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("16 levels");
        assertThatThrownBy(() -> AppContext.of(new Json("{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}"), ""))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> merged("{}", nested(100_000))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void sixtyFourKibibytesInUtf8AndNoMore() {
        String most = "{\"a\":\"" + "é".repeat((AppContext.MOST_BYTES - 8) / 2) + "\"}";
        assertThat(merged(most, "{}")).isEqualTo(most);
        assertThatThrownBy(() -> merged(most, "{\"b\":1}"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("65536 bytes");
        assertThat(merged(most, "{\"a\":null,\"b\":1}")).isEqualTo("{\"b\":1}");
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        return objects(3);
    }

    private Arbitrary<Map<String, Object>> objects(int depth) {
        Arbitrary<Object> scalars =
                Arbitraries.of(1, "text", true).map(Object.class::cast).injectNull(0.3);
        Arbitrary<Object> values = depth == 0
                ? scalars
                : Arbitraries.oneOf(
                        scalars,
                        Arbitraries.lazy(() -> objects(depth - 1)).map(Object.class::cast),
                        scalars.list().ofMaxSize(3).map(Object.class::cast));
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), values).ofMaxSize(4);
    }

    @SuppressWarnings("unchecked")
    private static Object mergePatch(Object target, Object patch) {
        if (!(patch instanceof Map<?, ?> changes)) {
            return patch;
        }
        Map<String, Object> result =
                target instanceof Map<?, ?> present ? new HashMap<>((Map<String, Object>) present) : new HashMap<>();
        for (Map.Entry<?, ?> change : new ArrayList<>(changes.entrySet())) {
            if (change.getValue() == null) {
                result.remove(change.getKey());
            } else {
                result.put((String) change.getKey(), mergePatch(result.get(change.getKey()), change.getValue()));
            }
        }
        return result;
    }

    private static JsonNode tree(String text) throws Exception {
        ObjectNode object = (ObjectNode) MAPPER.readTree(text);
        return object;
    }

    private static String merged(String target, String patch) {
        return AppContext.stored(new Json(target)).merge(new Json(patch)).json().text();
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
