package dev.rollcall.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.rollcall.config.ServerConfig;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what we must read back: signing keys, seeds, provider secrets. What was sealed for one purpose does not open for another:
 * the context (for example {@code signing_key/ins_…}) is authenticated along with the text.
 */
@ApplicationScoped
public class Sealer {

    private static final String HMAC = "HmacSHA256";

    @Inject
    private ServerConfig config;

    /** What Tink puts before a ciphertext: a version and the id of its key. */
    private static final int MARK = 5;

    private Aead aead;

    /** One for each key, the first one's first. */
    private List<byte[]> macKeys;

    /** For the container; tests use {@link #Sealer(ServerConfig)}. */
    public Sealer() {}

    /** A sealer outside of the container. */
    public Sealer(ServerConfig config) {
        this.config = config;
        unlock();
    }

    @PostConstruct
    void unlock() {
        var master = MasterKeys.of(config);
        try {
            AeadConfig.register();
            aead = keyset(master).getPrimitive(RegistryConfiguration.get(), Aead.class);
            macKeys = master.keys().stream()
                    .map(key -> derived(key, "rollcall/mac"))
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key-encryption key cannot be used.", e);
        }
    }

    /** Seals a text. */
    public byte[] seal(String plain, String context) {
        return sealBytes(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    /** Opens a text that was sealed for the same context. */
    public String open(byte[] sealed, String context) {
        return new String(openBytes(sealed, context), StandardCharsets.UTF_8);
    }

    /** Seals bytes. */
    public byte[] sealBytes(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed for " + context, e);
        }
    }

    /**
     * Opens bytes that were sealed for the same context; anything else is an operator's mistake or an attack, never a normal
     * outcome.
     */
    public byte[] openBytes(byte[] sealed, String context) {
        try {
            return aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "What is stored for " + context
                            + " does not open: it was changed, or sealed under another key-encryption key.",
                    e);
        }
    }

    /** Whether there are keys that open and do not seal. */
    public boolean hasFormerKeys() {
        return macKeys.size() > 1;
    }

    /** What everything begins with that is sealed now, and nothing that a former key has sealed. */
    public byte[] currentMark() {
        return Arrays.copyOf(sealBytes(new byte[0], ""), MARK);
    }

    /** Whether the value was sealed by the key that seals now. */
    public boolean isCurrent(byte[] sealed) {
        return Arrays.equals(currentMark(), Arrays.copyOf(sealed, MARK));
    }

    /** The same content, sealed by the key that seals now. */
    public byte[] reseal(byte[] sealed, String context) {
        return sealBytes(openBytes(sealed, context), context);
    }

    /** HMAC-SHA-256 of a message for one purpose, base64url: for codes, which are too short to be kept as a bare hash. */
    public String mac(String context, String message) {
        return mac(macKeys.get(0), context, message);
    }

    /** Whether this is the MAC of that message, made with the current key or with a former one. */
    public boolean isMac(String context, String message, String mac) {
        boolean is = false;
        for (var key : macKeys) {
            is |= Secrets.same(mac, mac(key, context, message));
        }
        return is;
    }

    private static String mac(byte[] key, String context, String message) {
        var purpose = hmac(key, context.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hmac(purpose, message.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Each key sits in the keyset under an id derived from itself, which its ciphertexts begin with: that is how they find it
     * again.
     */
    @AccessesPartialKey // Tink asks whoever handles bare key material to say so
    private static KeysetHandle keyset(MasterKeys master) throws GeneralSecurityException {
        var parameters = AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        var keyset = KeysetHandle.newBuilder();
        var seen = new LinkedHashSet<Integer>();
        for (var key : master.keys()) {
            int id = ByteBuffer.wrap(derived(key, "rollcall/id")).getInt();
            if (!seen.add(id)) {
                continue;
            }
            var entry = KeysetHandle.importKey(AesGcmKey.builder()
                            .setParameters(parameters)
                            .setKeyBytes(
                                    SecretBytes.copyFrom(derived(key, "rollcall/aead"), InsecureSecretKeyAccess.get()))
                            .setIdRequirement(id)
                            .build())
                    .withFixedId(id);
            keyset.addEntry(seen.size() == 1 ? entry.makePrimary() : entry);
        }
        return keyset.build();
    }

    private static byte[] derived(byte[] key, String purpose) {
        return hmac(key, purpose.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
