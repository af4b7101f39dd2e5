package dev.rollcall.outbound;

import dev.rollcall.config.ServerConfig;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Resolves names to the addresses that a request of ours may go to. Connect to what this answers and to nothing else: a name that is
 * resolved a second time may have another address (DNS rebinding).
 */
@ApplicationScoped
public class Addresses {

    private static final String ALLOW = "ROLLCALL_OUTBOUND_ALLOW";
    private static final String LOCALHOST = "ROLLCALL_OUTBOUND_LOCALHOST";
    private static final Set<String> DESK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Inject
    private ServerConfig config;

    private Lookup lookup = InetAddress::getAllByName;
    private List<Cidr> allowed = List.of();
    private boolean localhost = true;

    /** For the container; tests use {@link #Addresses(ServerConfig, Lookup)}. */
    public Addresses() {}

    Addresses(ServerConfig config, Lookup lookup) {
        this.config = config;
        this.lookup = lookup;
        readConfig();
    }

    @PostConstruct
    void readConfig() {
        try {
            allowed = config.text(ALLOW).stream()
                    .flatMap(text -> Stream.of(text.split(",")))
                    .map(Cidr::of)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(ALLOW + ": " + e.getMessage(), e);
        }
        localhost = config.text(LOCALHOST).map(Boolean::parseBoolean).orElseGet(this::isOnSomebodysDesk);
    }

    /**
     * The addresses of a host, all of them within reach. One forbidden address among them refuses the host: who mixes them wants us to
     * try. Asks the name service, so it may take seconds.
     *
     * @throws OutboundFailure where there is none, or we refuse to go there
     */
    public List<InetAddress> of(String host, Reach reach) {
        List<InetAddress> found;
        try {
            found = List.of(lookup.addresses(bare(host)));
        } catch (UnknownHostException e) {
            throw new OutboundFailure("the host has no address", false, null);
        }
        if (!found.stream().allMatch(address -> isWithin(address, reach))) {
            throw new OutboundFailure("the host's address is not allowed", true, null);
        }
        return found;
    }

    /** A server that browsers reach under another name may have other people's instances, and services of its own beside it. */
    private boolean isOnSomebodysDesk() {
        var host = URI.create(config.publicUrl()).getHost();
        return host != null && DESK.contains(host.toLowerCase(Locale.ROOT));
    }

    boolean isWithin(InetAddress address, Reach reach) {
        return switch (reach) {
            case ANYWHERE -> true;
            case LOCALHOST_TOO -> (localhost && address.isLoopbackAddress()) || isWithin(address, Reach.PUBLIC);
            case PUBLIC ->
                Networks.isPublic(address) || allowed.stream().anyMatch(network -> network.contains(address));
        };
    }

    /** Without the brackets of an IPv6 literal. */
    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
