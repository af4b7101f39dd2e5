package dev.rollcall.device;

import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.input.JsonText;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the texts that devices sign, and takes each back once: bound to this server's instance, to the user, to the key and to a purpose. */
@ApplicationScoped
class DeviceChallenges {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    /** A fresh challenge for a device that is to be trusted. */
    DeviceChallengeView toEnrol(Instance instance, String userId, DeviceForm form) {
        var claims = new TreeMap<String, String>();
        claims.put("type", "trusted_device.enroll");
        claims.put("user_id", userId);
        claims.put("platform", form.platform());
        claims.put("app_identifier", form.appIdentifier());
        claims.put("key", form.key().thumbprint());
        return make(instance, claims);
    }

    /** Whether this text was made for that device of that user; it is used up. */
    boolean takeToEnrol(Instance instance, String userId, DeviceForm form, String clientData) {
        var claims = JsonText.object(clientData).orElse(null);
        return claims != null
                && take(instance, claims.getString("challenge_id", ""), clientData)
                && claims.getString("type").equals("trusted_device.enroll")
                && claims.getString("user_id").equals(userId)
                && claims.getString("platform").equals(form.platform())
                && claims.getString("app_identifier").equals(form.appIdentifier())
                && claims.getString("key").equals(form.key().thumbprint());
    }

    /** The text that a trusted device signs to let its user in; whoever issues it sees to it that it works once. */
    String toSignIn(Instance instance, String deviceId) {
        var claims = new TreeMap<String, String>();
        claims.put("type", "trusted_device.sign_in");
        claims.put("trusted_device_id", deviceId);
        return text(instance, claims, Ids.next(Prefix.VERIFICATION), Secrets.token());
    }

    /** Whether a text, which is one of ours, is for this device to sign. */
    static boolean isFor(String clientData, String deviceId) {
        return JsonText.object(clientData)
                .filter(claims -> deviceId.equals(claims.getString("trusted_device_id", null)))
                .isPresent();
    }

    /** The text is compared as a whole: what it says can be believed when it is one of ours. */
    private boolean take(Instance instance, String id, String clientData) {
        return rows.of(DeviceChallenge.class, instance.id())
                        .where("e.id = :id and e.clientData = :data and e.expireAt > :now")
                        .with("id", id)
                        .with("data", clientData)
                        .with("now", clock.now())
                        .delete()
                == 1;
    }

    private DeviceChallengeView make(Instance instance, SortedMap<String, String> claims) {
        var id = Ids.next(Prefix.VERIFICATION);
        var challenge = Secrets.token();
        var expireAt = clock.now().plus(LIFETIME);
        var clientData = text(instance, claims, id, challenge);
        rows.add(new DeviceChallenge(instance.id(), id, clientData, expireAt));
        return new DeviceChallengeView(
                "trusted_device_challenge", challenge, id, clientData, expireAt.toEpochMilli(), DeviceKey.ALGORITHM);
    }

    /** Names in order and no blanks, so that there is one way to write it (RFC 8785). */
    private static String text(Instance instance, SortedMap<String, String> claims, String id, String challenge) {
        claims.put("challenge", challenge);
        claims.put("challenge_id", id);
        claims.put("instance_id", instance.id());
        var object = Json.createObjectBuilder();
        claims.forEach(object::add);
        return object.build().toString();
    }
}
