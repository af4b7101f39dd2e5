package dev.rollcall.security;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Has refused keys written down, beside the requests that showed them. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RefusedKeysTimer {

    @Inject
    private RefusedKeys refused;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void write() {
        refused.write();
    }
}
