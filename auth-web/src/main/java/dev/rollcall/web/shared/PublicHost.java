package dev.rollcall.web.shared;

import dev.rollcall.config.ServerConfig;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** The host of the server's own URL, on which all development instances live. */
@ApplicationScoped
public class PublicHost {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");

    @Inject
    private ServerConfig config;

    private String own = "";
    private boolean local;
    private boolean open;
    private boolean https;

    /** For the container; tests use {@link #PublicHost(String, boolean)}. */
    public PublicHost() {}

    PublicHost(String publicUrl, boolean development) {
        read(publicUrl, development);
    }

    @PostConstruct
    void read() {
        read(config.publicUrl(), config.isDevelopment());
    }

    private void read(String publicUrl, boolean development) {
        own = Objects.requireNonNullElse(URI.create(publicUrl).getHost(), "").toLowerCase(Locale.ROOT);
        local = development || isLoopback(own);
        open = development && isLoopback(own);
        https = publicUrl.startsWith("https:");
    }

    /**
     * Whether a host, with its port if it has one, is that of the server's URL. A machine knows itself by several names, and apps under
     * development pass requests on from ports of theirs: where somebody develops, all of them count, whatever the URL is.
     */
    public boolean is(String host) {
        var name = name(host);
        return name.equals(own) || local && isLoopback(name);
    }

    /**
     * Whether all hosts that name no instance lead here: on a developer's own machine, where apps are tried on telephones and through tunnels.
     */
    boolean isOpen() {
        return open;
    }

    /** Whether a host is that of the server's URL, and the URL is one of https: then browsers come by it, whatever a proxy forgets to say. */
    boolean promisesHttps(String host) {
        return https && name(host).equals(own);
    }

    /** Whether a host, with its port if it has one, is the browser's own machine. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(name(host)).matches();
    }

    /** Whether an address, as a connection has it, is this machine's own. */
    static boolean isLoopbackAddress(String address) {
        return isLoopback(address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address);
    }

    /** A host as it is compared: in small letters, without its port and the root's dot. */
    static String name(String host) {
        var name = PORT.matcher(host.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
