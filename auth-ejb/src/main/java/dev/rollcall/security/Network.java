package dev.rollcall.security;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whom an address is counted as. One subscriber has a whole /64 of IPv6, so that its addresses count as one. */
public final class Network {

    private static final int PREFIX_BYTES = 8;
    private static final int SITE_BYTES_IPV6 = 6;
    private static final int SITE_BYTES_IPV4 = 3;
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Network() {}

    /** An IPv4 address as it is, an IPv6 address as its network; whatever is neither stands for itself. */
    public static String of(String ip) {
        return address(ip)
                .map(address ->
                        address instanceof Inet4Address ? address.getHostAddress() : start(address, PREFIX_BYTES))
                .orElse(ip);
    }

    /** What one owner of addresses is likely to have of them: an IPv4 /24, an IPv6 /48. For bounds on what others than they lose little by. */
    public static String site(String ip) {
        return address(ip)
                .map(address -> start(address, address instanceof Inet4Address ? SITE_BYTES_IPV4 : SITE_BYTES_IPV6))
                .orElse(ip);
    }

    private static Optional<InetAddress> address(String ip) {
        try {
            return LITERAL.matcher(ip).matches()
                    ? Optional.of(InetAddress.getByName(ip)) // a literal, so that no name is looked up
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String start(InetAddress address, int bytes) {
        return HexFormat.of().formatHex(address.getAddress(), 0, bytes) + "/" + 8 * bytes;
    }
}
