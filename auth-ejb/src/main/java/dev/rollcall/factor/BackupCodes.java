package dev.rollcall.factor;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.crypto.PasswordHash;
import dev.rollcall.crypto.PasswordHasher;
import dev.rollcall.crypto.Sealer;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.UserFactors;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Backup codes: ten for each user, each of which works once. They are too short for a plain hash, so a keyed one is stored; digests by
 * bcrypt that another system has made are kept as they are.
 */
@ApplicationScoped
public class BackupCodes {

    private static final int COUNT = 10;
    private static final int LENGTH = 8;
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"; // none that are taken for another

    /** More would make every wrong answer slow. */
    private static final int MOST = 20;

    private static final int LONGEST = 128;

    /** Guarded: of two who come with the same code at once, one finds it used. */
    private static final String USE = """
            update backup_codes set hashes = array_remove(hashes, ?3)
             where instance_id = ?1 and user_id = ?2 and ?3 = any(hashes)""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Sealer sealer;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private Transactions transactions;

    @Inject
    private UserService users;

    @Inject
    private UserFactors factors;

    @Inject
    private AuditLog audit;

    /** Whether the instance has its users use them. */
    public static boolean areOn(Instance instance) {
        var codes = instance.settings().attributes().backupCode();
        return codes.enabled()
                && codes.usedForSecondFactor()
                && codes.secondFactors().contains(Strategy.BACKUP_CODE.wire());
    }

    /** Whether the user has any left. */
    public boolean has(Instance instance, String userId) {
        return find(instance, userId).filter(set -> !set.hashes().isEmpty()).isPresent();
    }

    /** Makes fresh ones; those there were are worthless from now on. */
    public BackupCodesView create(Instance instance, String userId) {
        var codes = Stream.generate(() -> Secrets.text(LETTERS, LENGTH))
                .limit(COUNT)
                .toList();
        var set = keep(
                instance,
                userId,
                codes.stream().map(code -> hash(instance, userId, code)).toList());
        long now = set.createdAt().toEpochMilli();
        return new BackupCodesView("backup_code", set.id(), codes, now, now);
    }

    /** Gives a user the codes of another system: as they are, or as digests by bcrypt. */
    public void adopt(Instance instance, String userId, List<String> given) {
        keep(
                instance,
                userId,
                given.stream()
                        .map(code -> isDigest(code) ? code : hash(instance, userId, code))
                        .toList());
    }

    /** Refuses codes that cannot be kept. */
    public static void check(List<String> given) {
        boolean fit = given.size() <= MOST
                && given.stream().allMatch(code -> !code.isBlank() && code.length() <= LONGEST)
                && given.stream().filter(BackupCodes::isDigest).allMatch(PasswordHash.BCRYPT::accepts);
        if (!fit) {
            throw CommonProblem.FORM_PARAM_FORMAT_INVALID
                    .refusal("backup_codes")
                    .saying("backup_codes must be at most " + MOST
                            + " codes, or their digests by bcrypt at a moderate cost.");
        }
    }

    /** Judges a code. A right one is used up, whatever becomes of it. Not in a transaction: digests by bcrypt are slow. */
    public Verdict judge(Instance instance, String userId, String code) {
        var hashes = transactions.required(
                () -> find(instance, userId).map(BackupCodeSet::hashes).orElse(List.of()));
        var typed = code.strip();
        boolean used = matching(instance, userId, typed, hashes)
                .map(hash -> transactions.separate(() -> use(instance, userId, hash)))
                .orElse(false);
        return used ? new Verdict.Verified() : new Verdict.Refused(VerificationProblem.FORM_CODE_INCORRECT);
    }

    /** Takes all of them away; answers whether there were any. */
    public boolean remove(Instance instance, String userId) {
        users.hold(instance, userId);
        boolean had = forget(instance, userId) > 0;
        if (had) {
            factors.backupCodes(instance, userId, false);
            audit.record(instance.id(), AuditAct.of("user.backup_codes_removed", "user", userId));
        }
        return had;
    }

    private boolean use(Instance instance, String userId, String hash) {
        boolean used = rows.sql(instance.id(), USE).with(userId, hash).run() == 1;
        if (used) {
            audit.record(instance.id(), AuditAct.of("user.backup_code_used", "user", userId));
        }
        return used;
    }

    private Optional<String> matching(Instance instance, String userId, String code, List<String> hashes) {
        return hashes.stream()
                .filter(hash -> isDigest(hash)
                        ? hasher.matches(code, hash)
                        : sealer.isMac(context(instance, userId), code, hash))
                .findFirst();
    }

    private BackupCodeSet keep(Instance instance, String userId, List<String> hashes) {
        users.hold(instance, userId);
        forget(instance, userId);
        factors.backupCodes(instance, userId, true);
        audit.record(instance.id(), AuditAct.of("user.backup_codes_created", "user", userId));
        return rows.add(new BackupCodeSet(instance.id(), userId, hashes, clock.now()));
    }

    private int forget(Instance instance, String userId) {
        return rows.of(BackupCodeSet.class, instance.id())
                .where("e.userId = :user")
                .with("user", userId)
                .delete();
    }

    private Optional<BackupCodeSet> find(Instance instance, String userId) {
        return rows.of(BackupCodeSet.class, instance.id())
                .where("e.userId = :user")
                .with("user", userId)
                .first();
    }

    private String hash(Instance instance, String userId, String code) {
        return sealer.mac(context(instance, userId), code.strip());
    }

    private static boolean isDigest(String text) {
        return text.startsWith("$2");
    }

    private static String context(Instance instance, String userId) {
        return "backup_code/" + instance.id() + "/" + userId;
    }
}
