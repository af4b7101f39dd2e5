package dev.rollcall.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tokens for sessions: most of the traffic there is. The limit is the signature, without which there is no token. */
final class TokenRows implements Rows {

    static final String SDK = "?__clerk_api_version=2026-05-12&_clerk_js_version=6.29.3";
    private static final Map<String, String> CLAIMS =
            Map.of("mail", "{{user.primary_email_address}}", "plan", "{{user.public_metadata.plan}}");

    @Override
    public Set<String> names() {
        return Set.of("mint", "template");
    }

    @Override
    public List<Row> in(Setting setting) throws Exception {
        var members = setting.ours().members(setting.options().connections());
        setting.ours().template("bench", CLAIMS);
        var mints = mints(members, "");
        var ofTemplate = mints(members, "/bench");
        var refreshes = refreshes(setting);
        return List.of(
                Row.of("mint", "session token, `POST …/tokens`", seconds -> setting.onOurs()
                                .run(mints, seconds))
                        .limit("openssl rsa2048", Signing::run)
                        .peer("refresh_token grant", seconds -> setting.onKeycloak()
                                .run(refreshes, seconds)),
                Row.of("template", "template token, `POST …/tokens/{template}`", seconds -> setting.onOurs()
                                .run(ofTemplate, seconds))
                        .limit("openssl rsa2048", Signing::run)
                        .peer("refresh_token grant", seconds -> setting.onKeycloak()
                                .run(refreshes, seconds)));
    }

    static List<Request> mints(List<Ours.Member> members, String template) {
        return members.stream()
                .map(member -> Ours.from(
                        member, Request.form("/v1/client/sessions/" + member.sessionId() + "/tokens" + template + SDK)))
                .toList();
    }

    /** As many as ours, each for another user's session. */
    static List<Request> refreshes(Setting setting) throws Exception {
        var refreshes = new ArrayList<Request>();
        for (int n = 0; n < setting.options().connections(); n++) {
            var tokens = setting.keycloak().signIn(setting.keycloak().person(), "profile email");
            refreshes.add(Keycloak.token(
                    "grant_type",
                    "refresh_token",
                    "refresh_token",
                    tokens.path("refresh_token").asText()));
        }
        return refreshes;
    }
}
