package dev.rollcall.factor;

import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.UserPhones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What goes along when second factors come and go: backup codes come with the first, and go with the last that demands a code. */
@ApplicationScoped
public class SecondFactorEnrolment {

    @Inject
    private AuthenticatorApps apps;

    @Inject
    private BackupCodes codes;

    @Inject
    private SecondFactors factors;

    @Inject
    private IdentificationService identifications;

    @Inject
    private UserPhones phones;

    /** Backup codes for a user who has just got a second factor; null where there is nothing to make, or they have some. */
    public List<String> firstBackupCodes(Instance instance, String userId) {
        return BackupCodes.areOn(instance) && !codes.has(instance, userId)
                ? codes.create(instance, userId).codes()
                : null;
    }

    /** A second factor is gone: without another one backup codes are good for nothing. */
    public void lost(Instance instance, String userId) {
        if (!factors.areDue(instance, userId)) {
            codes.remove(instance, userId);
        }
    }

    /** Fresh backup codes, for whoever has a second factor that they can stand in for. */
    public BackupCodesView backupCodes(Instance instance, String userId) {
        if (!BackupCodes.areOn(instance) || !factors.areDue(instance, userId)) {
            throw SecondFactorProblem.BACKUP_CODES_NOT_AVAILABLE.refusal();
        }
        return codes.create(instance, userId);
    }

    /** Takes every second factor away. */
    public void removeAll(Instance instance, String userId) {
        apps.remove(instance, userId);
        codes.remove(instance, userId);
        identifications.of(instance.id(), List.of(userId)).stream()
                .filter(Identified::reservedForSecondFactor)
                .forEach(phone -> phones.reserveForSecondFactor(instance, userId, phone.id(), false));
    }
}
