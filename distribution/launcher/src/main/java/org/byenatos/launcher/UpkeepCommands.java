package org.byenatos.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The commands that take care of what a home keeps: {@code backup}, {@code restore}, {@code compact}, {@code verify}. */
final class UpkeepCommands {

    private static final Duration LOOK = Duration.ofMillis(300);

    private final Options options;
    private final Home home;
    private final OwnerCalls core;

    UpkeepCommands(Options options) {
        this.options = options;
        this.home = new Home(options.home());
        this.core = new OwnerCalls(home);
    }

    /** Does a command. Returns what to print. */
    String run() throws InterruptedException {
        return switch (options.command()) {
            case "backup" ->
                "backed up: " + done("backup", Map.of("file", file())).get("result");
            case "restore" -> restore(file());
            case "compact" -> "compacted: " + done("compact", Map.of()).get("result");
            default -> verify();
        };
    }

    private String verify() throws InterruptedException {
        Object result = done("verify", Map.of()).get("result");
        if (!(result instanceof Map<?, ?> found) || !Boolean.TRUE.equals(found.get("intact"))) {
            throw new LaunchException("Something is damaged: " + result + "; restore a backup.");
        }
        return "whole: " + result;
    }

    /** A running core proves the backup before anything is changed; without one the start does. */
    private String restore(String file) throws InterruptedException {
        if (HomeLock.isHeld(home)) {
            Object result = done("restore", Map.of("file", file)).get("result");
            new Daemon(options).stop();
            return "restored: " + result + "\nready on " + new Daemon(options).start();
        }
        Path request = home.data().resolve("restore.request");
        Path report = home.data().resolve("restore.report");
        try {
            home.create();
            Files.deleteIfExists(report);
            Files.writeString(request, file);
            String address = new Daemon(options).start();
            return Files.readString(report) + "\nready on " + address;
        } catch (IOException e) {
            throw new LaunchException("Cannot ask for the restore: " + e, e);
        }
    }

    private Map<String, Object> done(String task, Map<String, Object> body) throws InterruptedException {
        Map<String, Object> job = core.post("/" + task, body);
        while (job.get("finished_at") == null) {
            Thread.sleep(LOOK.toMillis());
            job = core.get("/jobs/" + job.get("job_id"));
        }
        if (job.get("error") != null) {
            throw new LaunchException("Not done: " + job.get("error"));
        }
        return job;
    }

    private String file() {
        if (options.word().isEmpty()) {
            throw new LaunchException("Which file? byenatos " + options.command() + " FILE");
        }
        return Path.of(options.word()).toAbsolutePath().normalize().toString();
    }
}
