package dev.rollcall.session;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import dev.rollcall.config.ServerConfig;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells from addresses in which city they are, by the GeoIP database that {@code ROLLCALL_GEOIP_FILE} names (MaxMind's format); nothing
 * without one. People recognise their devices by it; nothing may depend on it.
 */
@ApplicationScoped
class Places {

    private static final Logger LOG = Logger.getLogger(Places.class.getName());

    @Inject
    private ServerConfig config;

    private Reader reader;

    /** For the container; tests use {@link #Places(ServerConfig)}. */
    Places() {}

    Places(ServerConfig config) {
        this.config = config;
        open();
    }

    @PostConstruct
    void open() {
        config.text("ROLLCALL_GEOIP_FILE").ifPresent(file -> {
            try {
                reader = new Reader(new File(file), new CHMCache());
            } catch (IOException e) {
                LOG.log(Level.WARNING, e, () -> "ROLLCALL_GEOIP_FILE is no GeoIP database: cities will not be shown");
            }
        });
    }

    @PreDestroy
    void close() {
        if (reader != null) {
            try {
                reader.close();
            } catch (IOException e) {
                LOG.log(Level.FINE, "the file of places was left open", e);
            }
        }
    }

    /** @param ip null where it is unknown */
    Place of(String ip) {
        if (reader == null || ip == null || ip.isBlank()) {
            return Place.UNKNOWN;
        }
        try {
            return place(reader.get(InetAddress.getByName(ip), Map.class)); // a literal: no name is looked up
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "an address was not found", e);
            return Place.UNKNOWN;
        }
    }

    private static Place place(Map<?, ?> found) {
        return new Place(text(found, "city", "names", "en"), text(found, "country", "iso_code"));
    }

    private static String text(Object node, String... path) {
        Object at = node;
        for (var key : path) {
            at = at instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return at instanceof String text ? text : null;
    }
}
