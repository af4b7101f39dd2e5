package dev.rollcall.token;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Reads private keys as people have them in files: PKCS#8, and the older forms of RSA and of curves. */
final class PrivatePem {

    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN (RSA |EC )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]{1,20000})-----END (?:RSA |EC )?PRIVATE KEY-----");

    private PrivatePem() {}

    /** The first key in the text, whatever stands around it; empty if there is none that can be read. */
    static Optional<PrivateKey> read(String text, String keyAlgorithm) {
        var block = BLOCK.matcher(text.replace("\\n", "\n")); // as it stands in JSON files of service accounts
        if (!block.find()) {
            return Optional.empty();
        }
        try {
            var der = Base64.getMimeDecoder().decode(block.group(2));
            var pkcs8 = block.group(1) == null ? der : block.group(1).startsWith("RSA") ? ofRsa(der) : ofCurve(der);
            return Optional.of(KeyFactory.getInstance(keyAlgorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException | IOException | RuntimeException notAKey) {
            return Optional.empty(); // the ASN.1 parser has several of the last kind
        }
    }

    private static byte[] ofRsa(byte[] pkcs1) throws IOException {
        var algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
        return new PrivateKeyInfo(algorithm, RSAPrivateKey.getInstance(pkcs1)).getEncoded();
    }

    private static byte[] ofCurve(byte[] sec1) throws IOException {
        var key = ECPrivateKey.getInstance(sec1);
        var curve = ASN1ObjectIdentifier.getInstance(key.getParametersObject());
        return new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key).getEncoded();
    }
}
