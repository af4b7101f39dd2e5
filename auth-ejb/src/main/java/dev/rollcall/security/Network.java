package dev.rollcall.security;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Whom an address is counted as. One subscriber has a whole /64 of IPv6, so that its addresses count as one. */
public final class Network {

    private static final int PREFIX_BYTES = 8;
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Network() {}

    /** An IPv4 address as it is, an IPv6 address as its network; whatever is neither stands for itself. */
    public static String of(String ip) {
        if (!LITERAL.matcher(ip).matches()) {
            return ip;
        }
        try {
            var address = InetAddress.getByName(ip); // a literal, so that no name is looked up
            return address instanceof Inet4Address
                    ? address.getHostAddress()
                    : HexFormat.of().formatHex(address.getAddress(), 0, PREFIX_BYTES) + "/64";
        } catch (UnknownHostException e) {
            return ip;
        }
    }
}
