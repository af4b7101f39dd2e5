package dev.rollcall.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** What an app on a developer's machine needs to speak to this server. */
record DevelopmentKeys(String publishableKey, String secretKey, String platformToken) {

    /** Writes {@code dev.env}, readable by its owner alone; a reader sees the old file or the new one, never half of one. */
    Path writeTo(Path home, String publicUrl) {
        var file = home.resolve("dev.env");
        try {
            Files.createDirectories(home);
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var fresh = Files.createTempFile(home, "dev", ".env", owner);
            Files.writeString(fresh, text(publicUrl));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The development keys cannot be written to " + file + ".", e);
        }
    }

    private String text(String publicUrl) {
        return "CLERK_PUBLISHABLE_KEY=" + publishableKey + "\n"
                + "CLERK_SECRET_KEY=" + secretKey + "\n"
                + "CLERK_API_URL=" + publicUrl + "\n"
                + "CLERK_PROXY_URL=" + publicUrl + "\n"
                + "ROLLCALL_PLATFORM_TOKEN=" + platformToken + "\n";
    }

    @Override
    public String toString() {
        return "DevelopmentKeys[" + publishableKey + "]";
    }
}
