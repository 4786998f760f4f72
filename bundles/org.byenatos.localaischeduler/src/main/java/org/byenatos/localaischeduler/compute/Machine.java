package org.byenatos.localaischeduler.compute;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Whether the machine is short of power or memory, looked up once a second. Power is known on Linux alone; elsewhere the
 * machine is taken to be plugged in. Thread-safe.
 */
final class Machine {

    /** Where Linux tells of batteries and mains. */
    static final Path POWER_SUPPLIES = Path.of("/sys/class/power_supply");

    private static final long FRESH_NANOS = 1_000_000_000;
    private static final double HEAP_SHORT = 0.92;

    private final Path supplies;
    private final DoubleSupplier heapUse;
    private final LongSupplier nanos;
    private volatile State state = new State(0, false, false, false);

    private record State(long at, boolean known, boolean onBattery, boolean memoryShort) {}

    /**
     * @param supplies where batteries and mains tell of themselves
     * @param heapUse how much of the heap is in use, 0..1
     * @param nanos the time, as {@link System#nanoTime}
     */
    Machine(Path supplies, DoubleSupplier heapUse, LongSupplier nanos) {
        this.supplies = supplies;
        this.heapUse = heapUse;
        this.nanos = nanos;
    }

    boolean onBattery() {
        return state().onBattery();
    }

    boolean memoryShort() {
        return state().memoryShort();
    }

    private State state() {
        State last = state;
        long now = nanos.getAsLong();
        if (last.known() && now - last.at() < FRESH_NANOS) {
            return last;
        }
        State fresh = new State(now, true, readBattery(), heapUse.getAsDouble() > HEAP_SHORT);
        state = fresh;
        return fresh;
    }

    /** What the last collection of the largest part of the heap left in use, 0..1. */
    static double heapUse() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage.getMax() > 0)
                .max(Comparator.comparingLong(MemoryUsage::getMax))
                .map(usage -> (double) usage.getUsed() / usage.getMax())
                .orElse(0.0);
    }

    /** A battery discharges, and nothing else feeds the machine. */
    private boolean readBattery() {
        boolean discharging = false;
        if (!Files.isDirectory(supplies)) {
            return false;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(supplies)) {
            for (Path supply : all) {
                String type = read(supply.resolve("type"));
                if ("Mains".equals(type) && "1".equals(read(supply.resolve("online")))) {
                    return false;
                }
                discharging |= "Battery".equals(type)
                        && "Discharging".equals(read(supply.resolve("status")))
                        && !"Device".equals(read(supply.resolve("scope")));
            }
        } catch (IOException unknown) {
            return false;
        }
        return discharging;
    }

    private static String read(Path file) {
        try {
            return Files.isReadable(file)
                    ? Files.readString(file, StandardCharsets.US_ASCII).strip()
                    : "";
        } catch (IOException unknown) {
            return "";
        }
    }
}
