package org.byenatos.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenAI's own client for Node, installed by npm, against {@code /v1/embeddings} and {@code /v1/models}. */
class OpenAiClientIT {

    private static final String CLIENT = "openai@6.10.0";
    private static final String SCRIPT = "openai-client.mjs";
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    @TempDir
    Path home;

    @Test
    void theClientGetsWhatItExpects() throws Exception {
        Path client = install();
        try (CoreProcess core = CoreProcess.start(home)) {
            Client session = core.owner().session("openai", "ai:compute");
            JsonNode saw = Client.JSON.readTree(run(
                    client,
                    "node",
                    client.resolve(SCRIPT).toString(),
                    core.address().toString(),
                    session.token()));

            assertThat(saw.get("models")).as("models in the distribution").isNotEmpty();
            String model = saw.get("models").get(0).asText();
            assertThat(saw.get("retrieved").asText()).isEqualTo(model);
            assertThat(saw.get("object").asText()).isEqualTo("list");
            assertThat(saw.get("model").asText()).isEqualTo(model);
            vectors(saw);
            refusals(saw);
        }
    }

    private static void vectors(JsonNode saw) {
        assertThat(saw.get("usage").get("prompt_tokens").asInt()).isBetween(5, 20);
        assertThat(saw.get("usage").get("total_tokens"))
                .isEqualTo(saw.get("usage").get("prompt_tokens"));
        assertThat(saw.get("manyTokens").asInt())
                .isGreaterThan(saw.get("usage").get("total_tokens").asInt());
        assertThat(saw.get("dimensions").asInt()).isGreaterThanOrEqualTo(64);
        assertThat(saw.get("length").asDouble()).isBetween(0.999, 1.001);
        assertThat(saw.get("sameAsFloats").asDouble()).isLessThan(1e-6);
        assertThat(saw.get("indexes").toString()).isEqualTo("[0,1,2]");
        assertThat(saw.get("same").asDouble()).isGreaterThan(0.999);
        assertThat(saw.get("translated").asDouble())
                .isGreaterThan(saw.get("unrelated").asDouble());
        assertThat(saw.get("fewDimensions").asInt()).isEqualTo(64);
        assertThat(saw.get("fewLength").asDouble()).isBetween(0.999, 1.001);
    }

    private static void refusals(JsonNode saw) {
        assertThat(saw.get("unknownModel").get("kind").asText()).isEqualTo("NotFoundError");
        assertThat(saw.get("unknownModel").get("code").asText()).isEqualTo("model_not_found");
        assertThat(saw.get("wrongToken").get("kind").asText()).isEqualTo("AuthenticationError");
        assertThat(saw.get("wrongToken").get("code").asText()).isEqualTo("invalid_api_key");
        for (String refused :
                List.of("tokenIds", "tokenIdLists", "emptyInput", "emptyText", "tooManyDimensions", "unknownMember")) {
            assertThat(saw.get(refused).get("kind").asText()).as(refused).isEqualTo("BadRequestError");
            assertThat(saw.get(refused).get("status").asInt()).as(refused).isEqualTo(400);
            assertThat(saw.get(refused).get("param").asText()).as(refused).isNotEqualTo("null");
        }
        assertThat(saw.get("tokenIds").get("message").asText()).contains("token ids");
        assertThat(saw.get("tooManyDimensions").get("param").asText()).isEqualTo("dimensions");
    }

    private static Path install() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "openai-client").toAbsolutePath());
        Files.writeString(folder.resolve("package.json"), "{\"name\":\"openai-client-test\",\"private\":true}");
        run(
                folder,
                WINDOWS ? "npm.cmd" : "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--silent",
                CLIENT);
        Files.copy(
                Path.of("src", "test", "resources", SCRIPT),
                folder.resolve(SCRIPT),
                StandardCopyOption.REPLACE_EXISTING);
        return folder;
    }

    private static String run(Path folder, String... command) throws Exception {
        Path output = folder.resolve(command[0] + ".out");
        Path errors = folder.resolve(command[0] + ".err");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException missing) {
            throw new AssertionError(
                    command[0] + " is missing: this test needs Node.js 20 or later with npm.", missing);
        }
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", command[0], command[1]) + " did not end");
        }
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return Files.readString(output);
    }
}
