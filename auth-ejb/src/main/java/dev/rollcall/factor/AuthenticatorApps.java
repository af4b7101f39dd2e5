package dev.rollcall.factor;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
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

/** The authenticator apps of users: at most one each, whose secret is sealed and shown once. */
@ApplicationScoped
public class AuthenticatorApps {

    /** As long as its hash (RFC 4226 §4, R6). */
    private static final int SECRET_BYTES = 20;

    /** 80 bits, as many systems have made them: less than RFC 4226 asks of new ones, but people's apps hold them. */
    private static final int SHORTEST = 10;

    private static final int LONGEST = 64;

    /** Guarded: of two who come with the same code at once, one finds it used. */
    private static final String USE = """
            update totp set last_step = ?3, updated_at = now()
             where instance_id = ?1 and id = ?2 and last_step < ?3""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Sealer sealer;

    @Inject
    private Transactions transactions;

    @Inject
    private UserService users;

    @Inject
    private UserFactors factors;

    @Inject
    private FirstFactors names;

    @Inject
    private AuditLog audit;

    /** Whether the instance has its users use them. */
    public static boolean areOn(Instance instance) {
        var app = instance.settings().attributes().authenticatorApp();
        return app.enabled() && app.usedForSecondFactor() && app.secondFactors().contains(Strategy.TOTP.wire());
    }

    /** Begins an enrolment with a fresh secret; what was begun before and not finished is forgotten. */
    public TotpView create(Instance instance, String userId) {
        users.hold(instance, userId);
        if (has(instance, userId)) {
            throw SecondFactorProblem.TOTP_ALREADY_ENABLED.refusal();
        }
        var secret = Secrets.bytes(SECRET_BYTES);
        var app = add(instance, userId, secret);
        var text = Base32.encode(secret);
        return TotpView.of(app, text, KeyUri.of(instance.shownName(), names.name(instance, userId), text), null);
    }

    /** The app that a user is about to enrol; a refusal if there is none. */
    public void requirePending(Instance instance, String userId) {
        find(instance, userId).filter(app -> !app.verified()).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    /** Judges the code that ends an enrolment, or one of an enrolled app. It is used up, whatever becomes of it. */
    public Verdict judge(Instance instance, String userId, String code) {
        return transactions.separate(() -> judged(instance, userId, code));
    }

    /** The enrolment is over: from now on sign-ins ask for a code. */
    public TotpView enrol(Instance instance, String userId, List<String> backupCodes) {
        users.hold(instance, userId);
        var app = find(instance, userId).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        app.verify(clock.now());
        factors.totp(instance, userId, true);
        audit.record(instance.id(), AuditAct.of("user.totp_enabled", "user", userId));
        return TotpView.of(app, null, null, backupCodes);
    }

    /** Gives a user an app whose secret another system has made, base32. */
    public void adopt(Instance instance, String userId, String secret) {
        var bytes = secret(secret);
        users.hold(instance, userId);
        add(instance, userId, bytes).verify(clock.now());
        factors.totp(instance, userId, true);
        audit.record(instance.id(), AuditAct.of("user.totp_enabled", "user", userId));
    }

    /** The bytes of a secret that another system has made; one that is too short to be safe is refused. */
    public static byte[] secret(String text) {
        return Base32.decode(text)
                .filter(bytes -> bytes.length >= SHORTEST && bytes.length <= LONGEST)
                .orElseThrow(() -> CommonProblem.FORM_PARAM_FORMAT_INVALID
                        .refusal("totp_secret")
                        .saying("totp_secret must be " + SHORTEST + " to " + LONGEST + " bytes in base32."));
    }

    /** Takes the app away; answers which it was, if there was one. */
    public Optional<String> remove(Instance instance, String userId) {
        users.hold(instance, userId);
        var enrolled = find(instance, userId).filter(AuthenticatorApp::verified).map(AuthenticatorApp::id);
        forget(instance, userId);
        if (enrolled.isPresent()) {
            factors.totp(instance, userId, false);
            audit.record(instance.id(), AuditAct.of("user.totp_disabled", "user", userId));
        }
        return enrolled;
    }

    /** Whether the user has an enrolled one. */
    public boolean has(Instance instance, String userId) {
        return find(instance, userId).filter(AuthenticatorApp::verified).isPresent();
    }

    private Verdict judged(Instance instance, String userId, String code) {
        var wrong = new Verdict.Refused(VerificationProblem.FORM_CODE_INCORRECT);
        var found = find(instance, userId);
        if (found.isEmpty()) {
            return wrong;
        }
        var app = found.get();
        var secret = sealer.openBytes(app.secret(), app.context());
        // the world's time: a phone knows nothing of test clocks
        var step = Totp.matching(secret, code.strip(), clock.real(), app.lastStep());
        boolean used = step.isPresent()
                && rows.sql(instance.id(), USE).with(app.id(), step.getAsLong()).run() == 1;
        return used ? new Verdict.Verified() : wrong;
    }

    private AuthenticatorApp add(Instance instance, String userId, byte[] secret) {
        forget(instance, userId);
        var app = new AuthenticatorApp(instance.id(), userId, clock.now());
        app.keep(sealer.sealBytes(secret, app.context()));
        return rows.add(app);
    }

    private void forget(Instance instance, String userId) {
        rows.of(AuthenticatorApp.class, instance.id())
                .where("e.userId = :user")
                .with("user", userId)
                .delete();
    }

    private Optional<AuthenticatorApp> find(Instance instance, String userId) {
        return rows.of(AuthenticatorApp.class, instance.id())
                .where("e.userId = :user")
                .with("user", userId)
                .first();
    }
}
