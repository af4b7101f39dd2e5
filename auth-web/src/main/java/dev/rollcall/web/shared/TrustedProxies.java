package dev.rollcall.web.shared;

import dev.rollcall.config.ServerConfig;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxies whose word we take for where a request comes from: addresses and networks in CIDR notation, separated by commas.
 * Anybody else's {@code X-Forwarded-*}, {@code Forwarded} and {@code Clerk-Proxy-*} headers are ignored.
 */
public final class TrustedProxies {

    /** Digits, dots and colons only: a name would make the address look-up ask a resolver. */
    private static final Pattern LITERAL = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private static final Pattern WITH_PORT =
            Pattern.compile("\\[([0-9a-fA-F:.]+)](?::[0-9]{1,5})?|([0-9]+(?:\\.[0-9]+){3}):[0-9]{1,5}");

    private final List<Network> networks;

    private final List<String> names;

    private TrustedProxies(List<String> names) {
        this.names = names;
        this.networks = names.stream().map(Network::of).toList();
    }

    /** Those that the environment names; without a word of it, this machine's own. */
    public static TrustedProxies configured(ServerConfig config) {
        return of(config.text("TRUSTED_PROXIES").orElse("127.0.0.0/8,::1"));
    }

    static TrustedProxies of(String list) {
        return new TrustedProxies(Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList());
    }

    /** Their addresses and networks, as they were written. */
    public List<String> names() {
        return names;
    }

    boolean trust(String address) {
        var bytes = bytes(address);
        return bytes.isPresent() && networks.stream().anyMatch(network -> network.contains(bytes.get()));
    }

    /**
     * The browser's address: the last one in the chain that is not a proxy of ours. What stands left of it was written by the
     * browser.
     *
     * @param peer who is connected to us
     * @param chain whom the proxies name, the browser's own word first; some write a port after an address, and brackets around one of IPv6
     */
    String clientOf(String peer, List<String> chain) {
        if (!trust(peer)) {
            return peer;
        }
        var client = peer;
        for (int i = chain.size() - 1; i >= 0; i--) {
            var hop = bare(chain.get(i));
            if (bytes(hop).isEmpty()) {
                return client;
            }
            client = hop;
            if (!trust(hop)) {
                return client;
            }
        }
        return client;
    }

    /**
     * The browser's address where proxies may speak two languages at once. One of the two the browser may have written itself, and nobody
     * can tell which; where they name two people, neither is believed, and it stays with the peer.
     */
    String clientOf(String peer, Forwarded legacy, Forwarded standard) {
        if (legacy.isNothing()) {
            return clientOf(peer, standard.chain());
        }
        var client = clientOf(peer, legacy.chain());
        var other = clientOf(peer, standard.chain());
        return trust(other) || other.equals(client) ? client : peer;
    }

    private static String bare(String hop) {
        var with = WITH_PORT.matcher(hop);
        return with.matches() ? Objects.requireNonNullElse(with.group(1), with.group(2)) : hop;
    }

    private static Optional<byte[]> bytes(String address) {
        if (address == null) {
            return Optional.empty();
        }
        int zone = address.indexOf('%');
        var literal = zone < 0 ? address : address.substring(0, zone);
        if (!LITERAL.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private record Network(BigInteger prefix, int length, int free) {

        static Network of(String text) {
            int slash = text.indexOf('/');
            byte[] bytes = bytes(slash < 0 ? text : text.substring(0, slash))
                    .orElseThrow(() -> new IllegalArgumentException("TRUSTED_PROXIES: not an address: " + text));
            int bits = bytes.length * 8;
            int free = slash < 0 ? 0 : bits - Integer.parseInt(text.substring(slash + 1));
            if (free < 0 || free > bits) {
                throw new IllegalArgumentException("TRUSTED_PROXIES: not a network: " + text);
            }
            return new Network(new BigInteger(1, bytes).shiftRight(free), bytes.length, free);
        }

        boolean contains(byte[] address) {
            return address.length == length
                    && new BigInteger(1, address).shiftRight(free).equals(prefix);
        }
    }
}
