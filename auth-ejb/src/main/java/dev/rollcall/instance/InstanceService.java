package dev.rollcall.instance;

import jakarta.ejb.Stateless;
import java.util.Optional;

/** Finds instances. Every look-up is cached on this node. */
@Stateless
public class InstanceService {

    /** The instance of this id. */
    public Optional<Instance> byId(String id) {
        throw new UnsupportedOperationException();
    }

    /** The instance that a host names: a development slug host or a production domain's {@code clerk.} host. */
    public Optional<Instance> byHost(String host) {
        throw new UnsupportedOperationException();
    }

    /** The instance of a path prefix. */
    public Optional<Instance> bySlug(String slug) {
        throw new UnsupportedOperationException();
    }

    /** The instance that a secret key belongs to. */
    public Optional<Instance> bySecretKey(String rawKey) {
        throw new UnsupportedOperationException();
    }

    /** The instance of a request that names none: the first development instance. */
    public Optional<Instance> standard() {
        throw new UnsupportedOperationException();
    }
}
