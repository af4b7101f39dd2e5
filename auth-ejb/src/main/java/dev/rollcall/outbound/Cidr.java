package dev.rollcall.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A network in CIDR notation, for example {@code 10.0.0.0/8} or {@code fd00::/8}; a bare address is a network of one. */
record Cidr(byte[] network, int bits) {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** @throws IllegalArgumentException naming the text that is no network */
    static Cidr of(String text) {
        var parts = text.strip().split("/", -1);
        try {
            if (parts.length > 2 || !LITERAL.matcher(parts[0]).matches()) {
                throw new IllegalArgumentException("not a network in CIDR notation: " + text);
            }
            var network = InetAddress.getByName(parts[0]).getAddress();
            int bits = parts.length == 1 ? network.length * Byte.SIZE : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > network.length * Byte.SIZE) {
                throw new IllegalArgumentException("not a network in CIDR notation: " + text);
            }
            return new Cidr(network, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("not a network in CIDR notation: " + text, e);
        }
    }

    boolean contains(InetAddress address) {
        var other = address.getAddress();
        if (other.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((network[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
