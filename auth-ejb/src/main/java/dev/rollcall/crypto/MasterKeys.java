package dev.rollcall.crypto;

import dev.rollcall.config.ServerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The key-encryption keys: 256 bits each, base64, one a line (or separated by commas). The first one seals; the others still open
 * what they once sealed, which is how a key is replaced.
 */
record MasterKeys(List<byte[]> keys) {

    private static final int BYTES = 32;

    /** The keys from the environment or a file; a development server makes itself one at its first start. */
    static MasterKeys of(ServerConfig config) {
        if (config.masterKey().isPresent()) {
            return parse("ROLLCALL_MASTER_KEY", config.masterKey().get());
        }
        if (config.isDevelopment()) {
            return read(made(config.home().resolve("master.key")));
        }
        throw new IllegalStateException(
                "Rollcall does not start without a key-encryption key: set ROLLCALL_MASTER_KEY or"
                        + " ROLLCALL_MASTER_KEY_FILE to 32 random bytes in base64 (openssl rand -base64 32) and keep a copy of it.");
    }

    /** Reads keys as they are written down; {@code source} is named when they are no good, the text never. */
    static MasterKeys parse(String source, String text) {
        var keys = Arrays.stream(text.split("[\\s,]+"))
                .filter(t -> !t.isEmpty())
                .map(t -> key(source, t))
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalStateException(source + " holds no key: 32 random bytes in base64 are wanted.");
        }
        return new MasterKeys(keys);
    }

    private static byte[] key(String source, String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(source + " is not base64.", e);
        }
        if (key.length != BYTES) {
            throw new IllegalStateException(
                    source + " must hold exactly " + BYTES + " bytes in base64, not " + key.length + ".");
        }
        return key;
    }

    private static MasterKeys read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The key-encryption key cannot be read from " + file + ".", e);
        }
    }

    /** Two servers of one home may start together: the file appears whole, and the first one wins. */
    private static Path made(Path file) {
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(file.getParent());
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var fresh = Files.createTempFile(file.getParent(), "master", ".key", owner);
            Files.writeString(
                    fresh, Base64.getEncoder().encodeToString(Secrets.bytes(BYTES)) + "\n", StandardOpenOption.SYNC);
            try {
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException e) {
                return file; // the other server's key
            } finally {
                Files.delete(fresh);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("A key-encryption key cannot be made at " + file + ".", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKeys[" + keys.size() + "]";
    }
}
