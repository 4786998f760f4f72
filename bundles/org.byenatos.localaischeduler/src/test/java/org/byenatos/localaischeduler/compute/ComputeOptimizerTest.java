package org.byenatos.localaischeduler.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.byenatos.localaischeduler.queue.Pace.Stint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restraint, on a machine whose battery, heap and clock a test moves. */
class ComputeOptimizerTest {

    private static final long MS = 1_000_000;
    private static final int MOST = 4;

    @TempDir
    Path supplies;

    private long now;
    private double heap = 0.5;

    @Test
    void onBatteryOneWorkerHasToDoAtOnce() throws IOException {
        ComputeOptimizer optimizer = busy(true);
        assertThat(chosen(optimizer)).isEqualTo(MOST);
        battery("Discharging");

        assertThat(optimizer.atOnce()).isEqualTo(1);
        assertThat(chosen(optimizer)).isEqualTo(1);
        assertThat(optimizer.restAfter(10)).isEqualTo(30);
        battery("Charging");
        work(optimizer);
        assertThat(chosen(optimizer)).isEqualTo(MOST);
    }

    @Test
    void whoWantsAllOnBatteryHasIt() throws IOException {
        ComputeOptimizer optimizer = busy(false);
        battery("Discharging");

        assertThat(optimizer.atOnce()).isEqualTo(MOST);
        assertThat(optimizer.restAfter(10)).isZero();
    }

    @Test
    void withMemoryShortOneWorkerHasToDoAtOnce() {
        ComputeOptimizer optimizer = busy(false);
        heap = 0.95;
        now += 1001 * MS;

        assertThat(optimizer.atOnce()).isEqualTo(1);
        assertThat(optimizer.metrics(Map.of()).saving()).isTrue();
        heap = 0.5;
        work(optimizer);
        assertThat(chosen(optimizer)).isEqualTo(MOST);
    }

    @Test
    void partsManyTextsAmongTheWorkers() {
        ComputeOptimizer optimizer = optimizer(true, MOST);

        assertThat(optimizer.parts(0)).isEqualTo(1);
        assertThat(optimizer.parts(15)).isEqualTo(1);
        assertThat(optimizer.parts(16)).isEqualTo(2);
        assertThat(optimizer.parts(1000)).isEqualTo(MOST);
        assertThat(optimizer(true, 1).parts(1000)).isEqualTo(1);
    }

    private ComputeOptimizer busy(boolean saver) {
        ComputeOptimizer optimizer = optimizer(saver, MOST);
        work(optimizer);
        return optimizer;
    }

    /** Work that scales as well as it can, for a minute. */
    private void work(ComputeOptimizer optimizer) {
        for (long end = now + 60_000 * MS; now < end; ) {
            int busy = optimizer.atOnce();
            now += 5 * MS / busy;
            optimizer.ran(new Stint("work", 100, 5 * MS, busy, true));
        }
    }

    private static int chosen(ComputeOptimizer optimizer) {
        return optimizer.metrics(Map.of()).workers().chosen();
    }

    private void battery(String status) throws IOException {
        Path battery = Files.createDirectories(supplies.resolve("BAT0"));
        Files.writeString(battery.resolve("type"), "Battery");
        Files.writeString(battery.resolve("status"), status);
        now += 1001 * MS;
    }

    private ComputeOptimizer optimizer(boolean saver, int workers) {
        return new ComputeOptimizer(
                Duration.ofMillis(4),
                1 << 20,
                saver,
                new Workers(workers, () -> now),
                new Machine(supplies, () -> heap, () -> now));
    }
}
