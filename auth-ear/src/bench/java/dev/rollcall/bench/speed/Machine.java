package dev.rollcall.bench.speed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where the figures come from, and whether anybody else was at work there. */
final class Machine {

    private Machine() {}

    static String now() throws IOException {
        return String.format(
                Locale.ROOT,
                "%d processors (%s), %s, JDK %s, Keycloak %s; load average %.1f",
                Runtime.getRuntime().availableProcessors(),
                first("/proc/cpuinfo", "model name"),
                first("/proc/meminfo", "MemTotal"),
                System.getProperty("java.version"),
                Distribution.VERSION,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String first(String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceFirst("^[^:]*:\\s*", ""))
                    .findFirst()
                    .orElse("?");
        }
    }
}
