package dev.rollcall.session;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where an address is, as far as a database knows.
 *
 * @param city its name in English; null where it is not known, as is the country
 * @param country its code (ISO 3166-1 alpha-2)
 */
record Place(String city, String country) {

    static final Place UNKNOWN = new Place(null, null);

    boolean isKnown() {
        return city != null || country != null;
    }

    /** What to say where nothing is known: components write the place in brackets behind the address, and nothing looks like a fault. */
    static String words(String ip) {
        try {
            var address = InetAddress.getByName(
                    ip == null || ip.isBlank() ? "0.0.0.0" : ip); // a literal: no name is looked up
            if (address.isLoopbackAddress()) {
                return "This computer";
            }
            return address.isSiteLocalAddress() || address.isLinkLocalAddress() || isUniqueLocal(address)
                    ? "Private network"
                    : "Unknown location";
        } catch (UnknownHostException e) {
            return "Unknown location";
        }
    }

    /** RFC 4193: fc00::/7. */
    private static boolean isUniqueLocal(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    }
}
