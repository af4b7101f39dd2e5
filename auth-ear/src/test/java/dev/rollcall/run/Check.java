package dev.rollcall.run;

import java.io.IOException;
import java.nio.file.Path;

/** Looks, before anything is installed, whether a server can run here: Liberty's tools would disturb one that does already. */
public final class Check {

    /** @param arguments as for {@link Run} */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        Console.explain(() -> {
            var home = new Home(Path.of(arguments[0]));
            try (var ours = home.lock().channel()) {
                new Stage(home, Path.of(arguments[1]), arguments[2])
                        .takeDown(); // what a killed launcher has left behind
                Ports.claim(System.getenv());
                Console.step("built; preparing the server");
            }
        });
    }

    private Check() {}
}
