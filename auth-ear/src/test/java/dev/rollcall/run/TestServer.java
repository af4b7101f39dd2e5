package dev.rollcall.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The server that the tests of the whole talk to: the packaged EAR on an empty database, up while Maven runs them. */
public final class TestServer {

    /** @param arguments `start` or `stop`; then as for {@link Run}; then the EAR, and where the tests read how to reach the server */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        Console.explain(() -> {
            var home = new Home(Path.of(arguments[1]));
            var stage = new Stage(home, Path.of(arguments[2]), arguments[3]);
            if (arguments[0].equals("stop")) {
                stage.takeDown();
            } else {
                start(home, stage, Path.of(arguments[4]), Path.of(arguments[5]));
            }
        });
    }

    private static void start(Home home, Stage stage, Path ear, Path properties) throws IOException {
        try (var ours = home.lock().channel()) {
            stage.takeDown();
            home.empty();
            var ports = new Ports(Ports.any(), Ports.any());
            int sendGrid = Ports.any(); // a test's fake listens there, for a while
            int breaches = Ports.any(); // and there another one
            var masterKeys = masterKey() + "," + masterKey(); // the second one is a former one
            // C1 alone: half the start time, and tests do not run for long enough to gain from C2
            var server = stage.raise(
                    ports,
                    Map.of(
                            "ROLLCALL_EAR",
                            ear.toString(),
                            "ROLLCALL_MASTER_KEY",
                            masterKeys,
                            "JVM_ARGS",
                            "-XX:TieredStopAtLevel=1",
                            "ROLLCALL_RATE_LIMITS",
                            "off", // tests come from one address and make many users
                            "ROLLCALL_OPERATOR_INSTANCE",
                            "clerk.operators.example.org", // which a test makes
                            "ROLLCALL_SENDGRID_API_KEY",
                            "SG.of-the-server",
                            "ROLLCALL_SENDGRID_URL",
                            "http://localhost:" + sendGrid,
                            "ROLLCALL_BREACHED_PASSWORDS_URL",
                            "http://localhost:" + breaches + "/range"));
            Files.write(
                    properties,
                    List.of(
                            "rollcall.url=" + server.url(),
                            "rollcall.home=" + home.directory(),
                            "rollcall.port=" + ports.http(),
                            "rollcall.https.port=" + ports.https(),
                            "rollcall.master.keys=" + masterKeys,
                            "rollcall.sendgrid.port=" + sendGrid,
                            "rollcall.breaches.port=" + breaches));
        }
    }

    private static String masterKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private TestServer() {}
}
