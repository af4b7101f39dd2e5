package dev.rollcall.key;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * RSA of exactly 2048 bits with exponent 65537: verifiers that are given a PEM read no other. Amazon's provider
 * signs four times as fast as the JDK's; where its native library does not load, the JDK's does the work.
 */
final class RsaKeys {

    static final String ALGORITHM = "RS256";

    private static final Logger LOG = Logger.getLogger(RsaKeys.class.getName());
    private static final int BITS = 2048;
    private static final Provider PROVIDER = fastest().orElse(null);

    private RsaKeys() {}

    /** The provider to sign with; empty for the JDK's own choice. */
    static Optional<Provider> provider() {
        return Optional.ofNullable(PROVIDER);
    }

    /** A fresh pair. */
    static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(BITS, RSAKeyGenParameterSpec.F4));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    /** A public key from its X.509 form. */
    static RSAPublicKey publicKey(byte[] encoded) {
        try {
            return (RSAPublicKey) factory().generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored public key cannot be read", e);
        }
    }

    /** A private key from its PKCS#8 form. */
    static RSAPrivateKey privateKey(byte[] encoded) {
        try {
            return (RSAPrivateKey) factory().generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored private key cannot be read", e);
        }
    }

    private static KeyFactory factory() throws GeneralSecurityException {
        return PROVIDER == null ? KeyFactory.getInstance("RSA") : KeyFactory.getInstance("RSA", PROVIDER);
    }

    private static Optional<Provider> fastest() {
        try {
            var provider = AmazonCorrettoCryptoProvider.INSTANCE;
            if (provider.getLoadingError() == null) {
                provider.assertHealthy();
                return Optional.of(provider);
            }
            LOG.log(
                    Level.INFO,
                    "signing with the JDK: {0}",
                    provider.getLoadingError().getMessage());
        } catch (LinkageError | RuntimeException e) {
            LOG.log(Level.INFO, "signing with the JDK: {0}", e.toString());
        }
        return Optional.empty();
    }
}
