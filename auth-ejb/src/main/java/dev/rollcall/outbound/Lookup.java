package dev.rollcall.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks the name service. */
@FunctionalInterface
interface Lookup {

    /** All addresses of a name; a literal address is its own. */
    InetAddress[] addresses(String host) throws UnknownHostException;
}
