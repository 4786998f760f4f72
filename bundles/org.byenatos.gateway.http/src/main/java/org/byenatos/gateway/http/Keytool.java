package org.byenatos.gateway.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes certificates with the tool that every JDK and JRE has: the platform has no public API for it. */
final class Keytool {

    private static final long PATIENCE_SECONDS = 60;
    private static final String VARIABLE = "BYENATOS_STORE_PASSWORD";
    private static final String ADDRESS = "[0-9.]+|.*:.*";

    private Keytool() {}

    /** A new key and a certificate for this machine's names, good for 825 days, in a PKCS #12 file that must not be there. */
    static void generate(Path store, String password, List<String> names) throws IOException {
        List<String> alternatives = new ArrayList<>(List.of("dns:localhost", "ip:127.0.0.1", "ip:::1"));
        names.forEach(name -> alternatives.add((name.matches(ADDRESS) ? "ip:" : "dns:") + name));
        run(
                password,
                List.of(
                        "-genkeypair",
                        "-alias",
                        "byenatos",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=Byenatos on this machine",
                        "-validity",
                        "825",
                        "-ext",
                        "san=" + String.join(",", alternatives),
                        "-ext",
                        "eku=serverAuth",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass:env",
                        VARIABLE));
    }

    private static void run(String password, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        Path output = Files.createTempFile("byenatos-keytool", ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put(VARIABLE, password);
            await(builder.start(), output);
        } finally {
            Files.delete(output);
        }
    }

    private static void await(Process keytool, Path output) throws IOException {
        try {
            if (!keytool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                keytool.destroyForcibly();
                throw new TransportException("keytool did not end. Give a certificate of your own: tls.certificate.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TransportException("Stopped while keytool made a certificate.", stopped);
        }
        if (keytool.exitValue() != 0) {
            throw new TransportException(
                    "keytool failed; give a certificate of your own with tls.certificate. It said: "
                            + Files.readString(output, StandardCharsets.UTF_8).strip());
        }
    }
}
