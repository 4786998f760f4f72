package org.byenatos.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A core in a process of its own, started and stopped by the distribution's script as a person would. */
public final class CoreProcess implements AutoCloseable {

    /** More than the script itself waits for a core. */
    private static final long PATIENCE_SECONDS = 150;

    private final Path distribution;
    private final Path home;
    private final Path drops;
    private final int port = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private boolean running;

    private CoreProcess(Path distribution, Path home, Path drops) {
        this.distribution = distribution;
        this.home = home;
        this.drops = drops;
    }

    /** What a script printed, and its exit status. */
    record Ran(int status, String output) {}

    /** A core on a home, ready. */
    public static CoreProcess start(Path home) {
        return start(home, Map.of());
    }

    /** A core with more in its environment on a home, ready. */
    static CoreProcess start(Path home, Map<String, String> environment) {
        SharedClasses.giveTo(home);
        CoreProcess core = new CoreProcess(Distribution.FOLDER, home, null);
        core.up(environment);
        return core;
    }

    /** A core that takes up at once what is dropped into a folder of its own, not the distribution's, ready. */
    static CoreProcess startWithDrops(Path home) throws IOException {
        Path drops = Files.createDirectories(home.resolve("drops"));
        Files.writeString(
                Files.createDirectories(home.resolve("conf")).resolve("framework.properties"),
                "felix.fileinstall.dir=${byenatos.home}/drops\nfelix.fileinstall.poll=50\n");
        SharedClasses.giveTo(home);
        CoreProcess core = new CoreProcess(Distribution.FOLDER, home, drops);
        core.up(Map.of());
        return core;
    }

    /** A core of a copy of the distribution on a home, ready. */
    static CoreProcess start(Path distribution, Path home) {
        CoreProcess core = new CoreProcess(distribution, home, distribution.resolve("bundles"));
        core.up(Map.of());
        return core;
    }

    /** Runs the script of a distribution. */
    static Ran script(Path distribution, Map<String, String> environment, String... arguments) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>();
        command.add(distribution
                .resolve("bin")
                .resolve(windows ? "byenatos.cmd" : "byenatos")
                .toString());
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("byenatos-script", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end: " + Files.readString(output));
            }
            Ran ran = new Ran(process.exitValue(), Files.readString(output));
            Files.delete(output);
            return ran;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    int port() {
        return port;
    }

    /** With the owner's token. */
    public Client owner() {
        return new Client(http, address(), read("data/secrets/owner.token"));
    }

    /** A client with the token of another, with connections of its own to this core. */
    Client reach(Client other) {
        return new Client(HttpClient.newHttpClient(), address(), other.token());
    }

    /** What a browser sends to the web console, in Base64. */
    String consoleCredentials() {
        String password = read("data/secrets/console.password");
        return Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Drops a bundle's jar with another version. */
    void drop(String symbolicName, String version) throws IOException {
        Path fresh = drops.resolve(symbolicName + ".jar.tmp");
        Jars.withVersion(Distribution.jar(symbolicName), fresh, version);
        Files.move(
                fresh,
                drops.resolve(symbolicName + ".jar"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    /** Drops a bundle's jar with another version, and waits until the core says that it runs. */
    void replace(String symbolicName, String version) throws Exception {
        drop(symbolicName, version);
        awaitBundle(symbolicName, version);
    }

    long pid() {
        return Long.parseLong(read("run/byenatos.pid"));
    }

    void restart() {
        restart(Map.of());
    }

    /** Stops it and starts it with more environment. */
    void restart(Map<String, String> environment) {
        down();
        up(environment);
    }

    /** Ends the process as a power cut would. */
    void kill() {
        try {
            ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();
            process.destroyForcibly();
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            running = false;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** Waits until a model is loaded, from when on questions are answered by meaning too. */
    void awaitModel() throws Exception {
        Client owner = owner();
        Await.until(
                "a model is loaded",
                () -> owner.get("/ai/models").expect(200).toString().contains("\"loaded\""));
    }

    /** Waits until the web console says that this version of a bundle, and no other, is active. */
    private void awaitBundle(String symbolicName, String version) throws Exception {
        String active = version + " Active";
        Await.until(
                symbolicName + " is " + active, () -> bundleStates(symbolicName).equals(active));
    }

    @Override
    public void close() {
        if (running) {
            down();
        }
    }

    private String bundleStates(String symbolicName) throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(address().resolve("/system/console/bundles.json"))
                .header("Authorization", "Basic " + consoleCredentials())
                .build();
        var response = http.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
        List<String> states = new ArrayList<>();
        for (JsonNode bundle : Client.JSON.readTree(response.body()).get("data")) {
            if (bundle.get("symbolicName").asText().equals(symbolicName)) {
                states.add(bundle.get("version").asText() + " "
                        + bundle.get("state").asText());
            }
        }
        return String.join(", ", states);
    }

    private void up(Map<String, String> environment) {
        Ran ran =
                script(distribution, environment, "start", "--home", home.toString(), "--port", Integer.toString(port));
        if (ran.status() != 0) {
            throw new AssertionError("start failed: " + ran.output());
        }
        running = true;
    }

    private void down() {
        Ran ran = script(distribution, Map.of(), "stop", "--home", home.toString());
        if (ran.status() != 0) {
            throw new AssertionError("stop failed: " + ran.output());
        }
        running = false;
    }

    private String read(String file) {
        try {
            return Files.readString(home.resolve(file)).strip();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
