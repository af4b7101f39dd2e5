package dev.rollcall.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The ports the server will listen on, found free before anything is started. */
record Ports(int http, int https) {

    private static final int TRIES = 1000;

    /** From HTTP_PORT and HTTPS_PORT, or the usual ones; refuses those that are taken. */
    static Ports claim(Map<String, String> environment) {
        return new Ports(claim(environment, "HTTP_PORT", 9080), claim(environment, "HTTPS_PORT", 9443));
    }

    /** The wanted port, or another where that is taken. */
    static int near(int wanted) {
        return isFree(wanted) ? wanted : any();
    }

    /**
     * None of those that the kernel gives to outgoing connections, or one of them would take it while a server is down for a restart: even
     * the one that asks whether that server is up again.
     */
    static int any() {
        return ThreadLocalRandom.current()
                .ints(TRIES, 10_000, 32_000)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new CannotRun("There is no free port on this machine."));
    }

    private static int claim(Map<String, String> environment, String variable, int usual) {
        var text = environment.getOrDefault(variable, String.valueOf(usual)).strip();
        if (!text.matches("[1-9]\\d{0,4}") || Integer.parseInt(text) > 65535) {
            throw new CannotRun("%s is \"%s\": it should be a port number.".formatted(variable, text));
        }
        var port = Integer.parseInt(text);
        if (!isFree(port)) {
            throw new CannotRun(
                    "Port %d is in use: stop what listens there, or set %s to another port.".formatted(port, variable));
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections that are still closing do not count
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
