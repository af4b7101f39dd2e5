package dev.rollcall.verification;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a verification is passed, by the name it has on the wire. */
public enum Strategy {
    PASSWORD("verification_password"),
    PASSKEY("verification_passkey"),
    EMAIL_CODE("verification_otp"),
    EMAIL_LINK("verification_email_link"),
    PHONE_CODE("verification_otp"),
    RESET_PASSWORD_EMAIL_CODE("verification_otp"),
    RESET_PASSWORD_PHONE_CODE("verification_otp"),
    WEB3_METAMASK_SIGNATURE("verification_web3"),
    WEB3_BASE_SIGNATURE("verification_web3"),
    WEB3_COINBASE_WALLET_SIGNATURE("verification_web3"),
    WEB3_OKX_WALLET_SIGNATURE("verification_web3"),
    WEB3_SOLANA_SIGNATURE("verification_web3"),
    TOTP("verification_totp"),
    BACKUP_CODE("verification_backup_code"),
    TRUSTED_DEVICE("verification_trusted_device"),
    /** The app said so, by a ticket. */
    TICKET("verification_ticket"),
    /** An administrator said so: nothing was challenged. */
    ADMIN("verification_admin");

    private final String object;

    Strategy(String object) {
        this.object = object;
    }

    /** The discriminator of its verification on the wire. */
    public String object() {
        return object;
    }

    /** Whether a code or a link is sent, which must have been asked for before it is answered. */
    public boolean sendsSomething() {
        return switch (this) {
            case EMAIL_CODE, EMAIL_LINK, PHONE_CODE, RESET_PASSWORD_EMAIL_CODE, RESET_PASSWORD_PHONE_CODE -> true;
            default -> false;
        };
    }

    /** Whether passing it proves an identifier, whoever's it is. */
    public boolean provesIdentifier() {
        return switch (this) {
            case EMAIL_CODE,
                    EMAIL_LINK,
                    PHONE_CODE,
                    WEB3_METAMASK_SIGNATURE,
                    WEB3_BASE_SIGNATURE,
                    WEB3_COINBASE_WALLET_SIGNATURE,
                    WEB3_OKX_WALLET_SIGNATURE,
                    WEB3_SOLANA_SIGNATURE -> true;
            case PASSWORD,
                    PASSKEY,
                    RESET_PASSWORD_EMAIL_CODE,
                    RESET_PASSWORD_PHONE_CODE,
                    TOTP,
                    BACKUP_CODE,
                    TRUSTED_DEVICE,
                    TICKET,
                    ADMIN -> false;
        };
    }

    /** Whether passing it leads to a new password. */
    public boolean resetsPassword() {
        return this == RESET_PASSWORD_EMAIL_CODE || this == RESET_PASSWORD_PHONE_CODE;
    }

    /** The name on the wire, for example {@code email_code}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses a request that names a strategy which is not to be had there. */
    public static Refusal unavailable() {
        return CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("strategy").saying("This strategy is not available.");
    }

    /** The strategy of that name, if we have it. */
    public static Optional<Strategy> of(String wire) {
        return Arrays.stream(values()).filter(s -> s.wire().equals(wire)).findFirst();
    }
}
