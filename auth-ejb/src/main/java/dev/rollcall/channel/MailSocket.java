package dev.rollcall.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A connection to a mail server that goes to an address which was checked, whatever address it is asked to go to, and that ends at its
 * deadline: a server that answers a byte at a time holds no thread for longer. With implicit TLS it speaks TLS from the first byte, and
 * the mail library on top of it does not notice.
 */
final class MailSocket extends Socket {

    /** A name with a hundred dead addresses would hold a thread for as long as it takes to try them all. */
    private static final int MOST_ADDRESSES = 3;

    private final String host;
    private final Supplier<List<InetAddress>> addresses;
    private final SSLContext tls;
    private final Duration deadline;
    private volatile Socket line = new Socket();

    /** @param tls for implicit TLS; null for a connection that begins in the clear */
    MailSocket(String host, Supplier<List<InetAddress>> addresses, SSLContext tls, Duration deadline) {
        this.host = host;
        this.addresses = addresses;
        this.tls = tls;
        this.deadline = deadline;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        CompletableFuture.delayedExecutor(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::hangUp);
        int port = ((InetSocketAddress) endpoint).getPort();
        int patience = line.getSoTimeout();
        IOException failure = new SocketException("no address");
        long end = System.nanoTime() + deadline.toNanos();
        for (var address : addresses.get().stream().limit(MOST_ADDRESSES).toList()) {
            if (System.nanoTime() > end) {
                break;
            }
            try {
                line.connect(new InetSocketAddress(address, port), timeout);
                if (tls != null) {
                    line = secured(port);
                }
                return;
            } catch (IOException e) {
                line.close();
                line = new Socket();
                line.setSoTimeout(patience);
                failure = e;
            }
        }
        throw failure;
    }

    private Socket secured(int port) throws IOException {
        var socket = (SSLSocket) tls.getSocketFactory().createSocket(line, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate must name the host
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private void hangUp() {
        try {
            line.close();
        } catch (IOException alreadyGone) {
            // that was the aim
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return line.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return line.getOutputStream();
    }

    @Override
    public synchronized void close() throws IOException {
        line.close();
    }

    @Override
    public boolean isClosed() {
        return line.isClosed();
    }

    @Override
    public boolean isConnected() {
        return line.isConnected();
    }

    @Override
    public boolean isBound() {
        return line.isBound();
    }

    @Override
    public boolean isInputShutdown() {
        return line.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return line.isOutputShutdown();
    }

    @Override
    public InetAddress getInetAddress() {
        return line.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return line.getLocalAddress();
    }

    @Override
    public int getPort() {
        return line.getPort();
    }

    @Override
    public int getLocalPort() {
        return line.getLocalPort();
    }

    @Override
    public synchronized void setSoTimeout(int timeout) throws SocketException {
        line.setSoTimeout(timeout);
    }

    @Override
    public synchronized int getSoTimeout() throws SocketException {
        return line.getSoTimeout();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        line.setTcpNoDelay(on);
    }
}
