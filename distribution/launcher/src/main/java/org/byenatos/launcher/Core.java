package org.byenatos.launcher;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A core in this process, from the first check to the last mark removed: {@code byenatos run}. */
final class Core {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration ASK = Duration.ofMillis(15);
    private static final int ASKED_BEFORE_WHY = 20;
    private static final int LOCK_TRIES = 5;

    private final Options options;
    private final Home home;
    private final Distribution distribution;
    // The process's own start is known to the second only.
    private final long started = System.nanoTime();
    private volatile Optional<String> hopeless = Optional.empty();

    Core(Options options) {
        this.options = options;
        this.home = new Home(options.home());
        this.distribution = new Distribution(options.distribution());
    }

    /** Runs until somebody stops it. */
    void run() throws InterruptedException {
        if (HomeLock.isHeld(home)) {
            throw alreadyRunning(home);
        }
        int port = Ports.free(options.port());
        home.create();
        Optional<Passphrase> passphrase = Passphrase.forHome(home, System.getenv());
        HomeLock lock = lock();
        try {
            home.forgetRun();
            write(home.pidFile(), Long.toString(ProcessHandle.current().pid()));
            write(home.addressFile(), Ports.address(port));
            Logs.configure(distribution, home, options.background());
            serve(port, passphrase);
        } finally {
            lock.close();
            Logs.close();
        }
    }

    /** Says who has the home. */
    static LaunchException alreadyRunning(Home home) {
        String who = home.pid().map(pid -> " (process " + pid + ")").orElse("");
        String where = home.address().map(address -> " on " + address).orElse("");
        return new LaunchException("A core is already running on " + home.root() + who + where
                + ". Stop it with: byenatos stop, or choose another home with --home.");
    }

    private void serve(int port, Optional<Passphrase> passphrase) throws InterruptedException {
        System.Logger log = System.getLogger(Core.class.getName());
        log.log(Level.INFO, "Byenatos {0} starts on {1}", distribution.version(), Ports.address(port));
        Thread cryptography = beside("cryptography", () -> NativeCryptography.install(distribution.libraries()));
        Container container = new Container(distribution, home, port, passphrase);
        Main.onShutdown(container::stop);
        try {
            container.prepare();
            cryptography.join();
            // The last level of the start is management: the core serves before that is up.
            beside("ready", () -> announce(container, port));
            container.start();
            awaitEnd(container);
            if (!Main.isShuttingDown()) {
                ClassArchive.beingWritten().ifPresent(container::link);
            }
            if (hopeless.isPresent()) {
                throw new LaunchException(hopeless.get());
            }
        } finally {
            stop(container);
            log.log(Level.INFO, "Byenatos stopped");
            home.forgetRun();
        }
    }

    private void awaitEnd(Container container) throws InterruptedException {
        while (!container.awaitStop(LOOK)) {
            if (hopeless.isPresent() || Main.isShuttingDown() || Files.exists(home.stopFile())) {
                return;
            }
        }
    }

    private static void stop(Container container) throws InterruptedException {
        container.stop();
        if (!container.awaitStop(STOP_LIMIT)) {
            System.getLogger(Core.class.getName())
                    .log(Level.WARNING, "The container did not stop in {0}; ending the process", STOP_LIMIT);
            Logs.close();
            Runtime.getRuntime().halt(Main.FAILED);
        }
    }

    private static Thread beside(String name, Runnable work) {
        Thread thread = new Thread(work, "byenatos-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void announce(Container container, int port) {
        try {
            container.awaitListening();
            for (int asked = 1; !Readiness.isReady(port); asked++) {
                if (asked % ASKED_BEFORE_WHY == 0) {
                    hopeless = Readiness.ask(port).hopeless();
                }
                if (hopeless.isPresent()) {
                    return;
                }
                Thread.sleep(ASK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
        write(home.readyFile(), Ports.address(port));
        System.out.println("ready in " + millis + " ms on " + Ports.address(port));
        System.getLogger(Core.class.getName()).log(Level.INFO, "Ready in {0} ms", millis);
    }

    private HomeLock lock() throws InterruptedException {
        for (int i = 0; i < LOCK_TRIES; i++) {
            // `byenatos status` holds the lock for a moment when it looks
            Optional<HomeLock> lock = HomeLock.take(home);
            if (lock.isPresent()) {
                return lock.get();
            }
            Thread.sleep(LOOK.toMillis() / LOCK_TRIES);
        }
        throw alreadyRunning(home);
    }

    private static void write(Path file, String line) {
        try {
            Files.writeString(file, line + "\n");
        } catch (IOException e) {
            throw new LaunchException("Cannot write " + file + ": " + e, e);
        }
    }
}
