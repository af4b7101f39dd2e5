package dev.rollcall.session;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Has the last uses of sessions written once a minute. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionUseTimer {

    @Inject
    private SessionUse use;

    @Schedule(hour = "*", minute = "*", persistent = false)
    void write() {
        use.write();
    }
}
