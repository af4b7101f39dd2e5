package dev.rollcall.bench.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** How many RSA signatures this machine makes in a second when it does nothing else: `openssl speed` on all processors. */
final class Signing {

    private static final Pattern SIGNS = Pattern.compile("rsa 2048 bits +[\\d.]+s +[\\d.]+s +([\\d.]+) ");

    private Signing() {}

    static Figure run(int seconds) throws IOException, InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        // It verifies as long as it signs
        var process = new ProcessBuilder(
                        "openssl", "speed", "-multi", "" + processors, "-seconds", "" + seconds, "rsa2048")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var signs = SIGNS.matcher(said);
        if (!signs.find()) {
            throw new IllegalStateException("openssl said: " + said);
        }
        return Figure.of(Double.parseDouble(signs.group(1)));
    }
}
