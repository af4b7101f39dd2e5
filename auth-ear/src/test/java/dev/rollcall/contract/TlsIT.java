package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server's own TLS agrees to. */
class TlsIT {

    @ParameterizedTest
    @CsvSource({
        "TLSv1.3, TLS_AES_128_GCM_SHA256",
        "TLSv1.3, TLS_AES_256_GCM_SHA384",
        "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    })
    void whatHasForwardSecrecyAndAuthenticatedEncryption(String protocol, String cipher) throws Exception {
        assertThat(agreed(protocol, cipher)).isEqualTo(cipher);
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
        "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
        "TLSv1.2, TLS_DHE_RSA_WITH_AES_128_CBC_SHA",
        "TLSv1.2, TLS_RSA_WITH_AES_128_GCM_SHA256",
        "TLSv1.2, TLS_RSA_WITH_AES_256_CBC_SHA256",
    })
    void cbcAndStaticRsa(String protocol, String cipher) {
        assertThatThrownBy(() -> agreed(protocol, cipher)).isInstanceOf(SSLException.class);
    }

    @Test
    void anOrdinaryClientComesIn() throws Exception {
        var usual = SSLContext.getDefault().getDefaultSSLParameters();
        assertThat(agreed(usual.getProtocols(), usual.getCipherSuites())).contains("GCM");
    }

    private static String agreed(String protocol, String cipher) throws GeneralSecurityException, IOException {
        assertThat(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites())
                .as("what this test can ask for")
                .contains(cipher);
        return agreed(new String[] {protocol}, new String[] {cipher});
    }

    private static String agreed(String[] protocols, String[] ciphers) throws GeneralSecurityException, IOException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        int port = Integer.parseInt(System.getProperty("rollcall.https.port"));
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.setEnabledProtocols(Arrays.stream(protocols).distinct().toArray(String[]::new));
            socket.setEnabledCipherSuites(ciphers);
            socket.startHandshake();
            return socket.getSession().getCipherSuite();
        }
    }

    /** The test server's certificate is its own. */
    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
