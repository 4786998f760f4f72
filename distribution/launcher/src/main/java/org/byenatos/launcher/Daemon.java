package org.byenatos.launcher;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A core in a process of its own: starts it, asks after it, stops it. */
public final class Daemon {

    /** How long a core may take to become ready. */
    public static final Duration START_LIMIT = Duration.ofSeconds(90);

    /** How long a core may take to stop before it is ended. */
    public static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private static final int LOOK_MILLIS = 20;
    private static final int LAST_LINES = 15;

    /** What keeps the native heap small (glibc reads it; other systems ignore it). */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "MALLOC_ARENA_MAX", "1",
            "MALLOC_TRIM_THRESHOLD_", "131072",
            "MALLOC_MMAP_THRESHOLD_", "131072",
            "OPT_OUT_TRACKING", "true");

    private final Options options;
    private final Home home;

    /** @param options the core's home and port */
    public Daemon(Options options) {
        this.options = options;
        this.home = new Home(options.home());
    }

    /**
     * Starts a core and waits until it answers.
     *
     * @return its address
     * @throws LaunchException if it does not get ready; it has been stopped, and the message says why
     */
    public String start() throws InterruptedException {
        if (HomeLock.isHeld(home)) {
            throw Core.alreadyRunning(home);
        }
        if (options.port() != 0) {
            Ports.free(options.port());
        }
        home.create();
        home.forgetRun();
        Process process = launch(Passphrase.forHome(home, System.getenv()));
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!home.isReady()) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new LaunchException("The core ended while it started.\n" + lastLines());
            }
            if (System.nanoTime() > limit) {
                throw givenUp(process);
            }
        }
        return home.address().orElseThrow().toString();
    }

    /**
     * Stops the core of the home: asks it to, and ends it if it does not.
     *
     * @return whether one ran
     */
    public boolean stop() throws InterruptedException {
        if (!HomeLock.isHeld(home)) {
            return false;
        }
        request();
        long limit = System.nanoTime() + STOP_LIMIT.toNanos();
        while (HomeLock.isHeld(home)) {
            if (System.nanoTime() > limit) {
                kill();
                break;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }

    /** Says how the core of the home fares. */
    public Status status() {
        if (!HomeLock.isHeld(home)) {
            return new Status(false, "No core runs on " + home.root() + ".");
        }
        String process = home.pid().map(pid -> "process " + pid).orElse("process unknown");
        String where = home.address().map(address -> " on " + address).orElse("");
        String state = (home.isReady() ? "ready" : "not ready yet") + where;
        return new Status(true, "A core runs on " + home.root() + ": " + process + ", " + state + ".");
    }

    /**
     * How a core fares.
     *
     * @param running whether one runs
     * @param text for a person to read
     */
    public record Status(boolean running, String text) {}

    private Process launch(Optional<Passphrase> passphrase) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + options.distribution().resolve("conf").resolve("jvm.options"));
        String more = System.getenv("JAVA_OPTS");
        if (more != null && !more.isBlank()) {
            command.addAll(List.of(more.strip().split("\\s+")));
        }
        command.addAll(new ClassArchive(home.classes(), new Distribution(options.distribution()).boot()).options());
        command.add("-Dbyenatos.distribution=" + options.distribution());
        command.add("-Djava.library.path=" + new Distribution(options.distribution()).libraries());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "run"));
        command.addAll(List.of("--home", home.root().toString(), "--port", Integer.toString(options.port())));
        command.add("--background");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(ENVIRONMENT);
        builder.environment().remove(Passphrase.VARIABLE);
        if (passphrase.isPresent()) {
            builder.environment().put(Passphrase.FILE_VARIABLE, Passphrase.INPUT);
        } else {
            builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
        }
        builder.redirectErrorStream(true).redirectOutput(output().toFile());
        try {
            Process process = builder.start();
            handOn(passphrase, process);
            return process;
        } catch (IOException e) {
            throw new LaunchException("Cannot start a process: " + e, e);
        }
    }

    private static void handOn(Optional<Passphrase> passphrase, Process process) throws IOException {
        char[] text = passphrase.map(Passphrase::get).orElse(null);
        if (text != null) {
            try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
                input.write(text);
            } finally {
                Arrays.fill(text, '\0');
            }
        }
    }

    private void request() {
        try {
            Files.writeString(home.stopFile(), "stop\n");
        } catch (IOException e) {
            throw new LaunchException("Cannot write " + home.stopFile() + ": " + e, e);
        }
    }

    private void kill() throws InterruptedException {
        ProcessHandle process = home.pid()
                .flatMap(ProcessHandle::of)
                .orElseThrow(() ->
                        new LaunchException("A process has " + home.lockFile() + " locked, and which is not known."));
        process.destroyForcibly();
        while (process.isAlive()) {
            Thread.sleep(LOOK_MILLIS);
        }
        home.forgetRun();
    }

    private LaunchException givenUp(Process process) throws InterruptedException {
        String answer = home.address()
                .map(address -> Readiness.ask(address.getPort()).text())
                .orElse("It did not come to listening.");
        stop();
        process.waitFor();
        return new LaunchException("The core was not ready after " + START_LIMIT.toSeconds()
                + " s and has been stopped.\n" + answer + "\n" + lastLines());
    }

    private String lastLines() {
        List<String> lines = new ArrayList<>();
        for (Path file : List.of(home.logs().resolve("byenatos.log"), output())) {
            lines.addAll(lastLines(file));
        }
        return String.join("\n", lines);
    }

    private static List<String> lastLines(Path file) {
        try {
            List<String> all = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return all.subList(Math.max(0, all.size() - LAST_LINES), all.size());
        } catch (IOException e) {
            return List.of("(" + file + " cannot be read: " + e + ")");
        }
    }

    private Path output() {
        return home.logs().resolve("console.log");
    }

    private static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
