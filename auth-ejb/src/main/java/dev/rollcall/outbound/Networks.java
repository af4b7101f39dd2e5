package dev.rollcall.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public Internet, by the IANA special-purpose registries (RFC 6890). Of IPv4 all is public that is not
 * named here; of IPv6 nothing is that lies outside of global unicast. An IPv4 address inside an IPv6 one (mapped) is an IPv4 address to
 * the JDK; the forms that a router would unpack (6to4, NAT64, Teredo) are refused whatever they carry.
 */
final class Networks {

    private static final List<Cidr> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8",
                    "100.64.0.0/10", // carrier-grade NAT, and a cloud's metadata (100.100.100.200)
                    "127.0.0.0/8",
                    "168.63.129.16/32", // a cloud's wire server, though the address is public
                    "169.254.0.0/16", // link-local, and the metadata of most clouds
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16",
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, and broadcast
                    "2001::/23", // protocol assignments, Teredo among them
                    "2001:db8::/32",
                    "2002::/16", // 6to4
                    "3fff::/20")
            .map(Cidr::of)
            .toList();

    private static final Cidr GLOBAL_UNICAST = Cidr.of("2000::/3");

    private Networks() {}

    static boolean isPublic(InetAddress address) {
        boolean unicast = address instanceof Inet4Address || GLOBAL_UNICAST.contains(address);
        return unicast && NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
    }
}
