package org.byenatos.launcher.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A core that is started and stopped as a person would, by the distribution's script.
 *
 * @param distribution its folder
 * @param home its data
 * @param port where it listens
 */
public record TrialCore(Path distribution, Path home, int port) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A core that is not started yet, on a port that is free now. */
    public static TrialCore onFreePort(Path distribution, Path home) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new TrialCore(distribution, home, socket.getLocalPort());
        }
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts the core and returns how long it took until {@code GET /status} was answered, in milliseconds. */
    public double start() {
        long begin = System.nanoTime();
        Process script = script("start");
        awaitStatus(begin);
        double millis = (System.nanoTime() - begin) / 1e6;
        require(script, "start");
        return millis;
    }

    /** Stops the core and waits until its process, which writes an archive of classes at last, is gone. */
    public void stop() {
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(read(home.resolve("run/byenatos.pid"))));
        require(script("stop"), "stop");
        process.ifPresent(core ->
                core.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
    }

    /** Stops the core if it runs, and deletes its home. */
    public void stopAndDelete() throws IOException {
        if (Files.exists(home.resolve("run/byenatos.pid"))) {
            stop();
        }
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** The owner's token, once the core has been started. */
    public String ownerToken() {
        return read(home.resolve("data/secrets/owner.token"));
    }

    /** Resident memory of the core's process in MiB, or -1 where the system does not tell. */
    public long residentMebibytes() {
        Path status = Path.of("/proc", read(home.resolve("run/byenatos.pid")), "status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException gone) {
            return -1;
        }
    }

    /** The script as a person would type it. */
    public String command() {
        return distribution.resolve("bin").resolve("byenatos") + (isWindows() ? ".cmd" : "");
    }

    private Process script(String verb) {
        ProcessBuilder builder =
                new ProcessBuilder(command(), verb, "--home", home.toString(), "--port", Integer.toString(port));
        builder.redirectErrorStream(true);
        builder.redirectOutput(home.resolve("trial-" + verb + ".log").toFile());
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new TrialFailure("The script could not be run: " + failed.getMessage());
        }
    }

    private void require(Process script, String verb) {
        try {
            boolean ended = script.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!ended || script.exitValue() != 0) {
                throw new TrialFailure("'" + verb + "' failed: " + read(home.resolve("trial-" + verb + ".log")));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TrialFailure("Interrupted.");
        }
    }

    private void awaitStatus(long begin) {
        Connections core = new Connections(address());
        Connections.Request status = new Connections.Request("GET", "/api/v1/status", null, null, new byte[0]);
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            try {
                Connections.Response answer = core.send(status);
                if (answer.status() == 200 && answer.body().contains("\"ready\":true")) {
                    return;
                }
                pause();
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new TrialFailure("The core did not become ready: " + read(home.resolve("trial-start.log")));
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException missing) {
            throw new TrialFailure(file + " cannot be read: " + missing.getMessage());
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
