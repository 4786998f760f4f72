package org.byenatos.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.byenatos.launcher.bench.Bench;
import org.byenatos.launcher.demo.Demo;

/** The commands of {@code bin/byenatos}. */
public final class Main {

    /** Exit status of a command that did not do what it should. */
    static final int FAILED = 1;

    /** Exit status of {@code status} when no core runs, as init scripts have it. */
    static final int NOT_RUNNING = 3;

    private static final int USAGE = 2;
    private static final int DEFAULT_RECORDS = 10_000;

    private static final String HELP = """
            Usage: byenatos COMMAND [--home DIR] [--port N]

              run      run the core in this terminal until Ctrl-C
              start    start the core in the background; returns when it answers
              stop     stop it
              status   say whether it runs
              key      say where the master key comes from; of a running core:
                       key rotate, key passphrase (set or change), key file
              audit    audit verify: say whether the audit log is whole
              backup   backup FILE: copy all data but the keys into an encrypted file
              restore  restore FILE: put a backup in the place of the present data
              verify   open everything that is kept and say what is damaged
              compact  give room that nothing uses back to the disk
              demo     show the main job on a home of its own
              bench    measure what is promised on a home of its own: bench [RECORDS]
              version  say the version

              --home DIR  the owner's folder (BYENATOS_HOME; ~/.byenatos)
              --port N    the port on 127.0.0.1 (BYENATOS_PORT; 7788); 0 takes a free one
              JAVA_OPTS   more options for the JVM of the core
              BYENATOS_PASSPHRASE_FILE, BYENATOS_PASSPHRASE
                          the passphrase of a home that is locked by one, or of a new home;
                          without them it is asked for on the terminal
              BYENATOS_NEW_PASSPHRASE_FILE, BYENATOS_NEW_PASSPHRASE
                          the new one for: key passphrase
            """;

    private static final CountDownLatch FINISHED = new CountDownLatch(1);
    private static volatile boolean shuttingDown;

    private Main() {}

    /** @param arguments command and options */
    public static void main(String[] arguments) {
        Logs.useManager();
        int status = FAILED;
        try {
            Path distribution = Path.of(System.getProperty("byenatos.distribution", "."));
            status = execute(Options.parse(
                    List.of(arguments),
                    System.getenv(),
                    distribution.toAbsolutePath().normalize()));
        } catch (LaunchException e) {
            System.err.println(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            FINISHED.countDown();
        }
        if (!shuttingDown) {
            System.exit(status);
        }
    }

    /**
     * When the JVM is asked to end, does something and then waits for the command to return.
     *
     * @param action makes the command return
     */
    static void onShutdown(Runnable action) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            shuttingDown = true;
                            action.run();
                            awaitFinished();
                        },
                        "byenatos-shutdown"));
    }

    /** Whether the JVM is ending. */
    static boolean isShuttingDown() {
        return shuttingDown;
    }

    private static int execute(Options options) throws InterruptedException {
        switch (options.command()) {
            case "run" -> new Core(options).run();
            case "start" -> System.out.println("ready on " + new Daemon(options).start());
            case "stop" ->
                System.out.println(new Daemon(options).stop() ? "stopped" : "No core runs on " + options.home() + ".");
            case "status" -> {
                Daemon.Status status = new Daemon(options).status();
                System.out.println(status.text());
                return status.running() ? 0 : NOT_RUNNING;
            }
            case "key" ->
                System.out.println(new OwnerCalls(new Home(options.home())).key(options.word(), System.getenv()));
            case "audit" -> {
                OwnerCalls.Verdict verdict = new OwnerCalls(new Home(options.home())).audit(options.word());
                System.out.println(verdict.text());
                return verdict.good() ? 0 : FAILED;
            }
            case "backup", "restore", "compact", "verify" -> System.out.println(new UpkeepCommands(options).run());
            case "demo" -> {
                return demo(options);
            }
            case "bench" -> {
                return bench(options);
            }
            case "version" -> System.out.println("byenatos " + new Distribution(options.distribution()).version());
            case "help" -> System.out.print(HELP);
            default -> {
                System.err.println("Unknown command " + options.command() + ".\n" + HELP);
                return USAGE;
            }
        }
        return 0;
    }

    private static int demo(Options options) {
        try {
            return Demo.run(options.distribution());
        } catch (IOException e) {
            throw new LaunchException("The demo cannot be shown: " + e, e);
        }
    }

    private static int bench(Options options) {
        try {
            return Bench.run(options.distribution(), options.count(DEFAULT_RECORDS));
        } catch (IOException e) {
            throw new LaunchException("Nothing can be measured: " + e, e);
        }
    }

    private static void awaitFinished() {
        try {
            FINISHED.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
