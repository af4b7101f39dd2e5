package dev.rollcall.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What every page and every app's server reads. The limit is a resource that answers with the same bytes and has nothing to find out. */
final class ReadRows implements Rows {

    @Override
    public Set<String> names() {
        return Set.of("client", "environment", "jwks");
    }

    @Override
    public List<Row> in(Setting setting) throws Exception {
        var clients = setting.ours().members(setting.options().connections()).stream()
                .map(member -> Ours.from(member, Request.get("/v1/client" + TokenRows.SDK)))
                .toList();
        var infos = new ArrayList<Request>();
        for (int n = 0; n < setting.options().connections(); n++) {
            var tokens = setting.keycloak().signIn(setting.keycloak().person(), "openid profile email");
            infos.add(Request.get(Keycloak.realm("/protocol/openid-connect/userinfo"))
                    .header(
                            "Authorization",
                            "Bearer " + tokens.path("access_token").asText()));
        }
        var environment = List.of(Ours.fromBrowser(Request.get("/v1/environment" + TokenRows.SDK)));
        var configuration = List.of(Request.get(Keycloak.realm("/.well-known/openid-configuration")));
        var keys = List.of(Ours.fromBrowser(Request.get("/.well-known/jwks.json")));
        var certs = List.of(Request.get(Keycloak.realm("/protocol/openid-connect/certs")));
        return List.of(
                row(setting, "client", "`GET /v1/client`, signed in", clients, "userinfo", infos),
                row(
                        setting,
                        "environment",
                        "`GET /v1/environment`",
                        environment,
                        "openid-configuration",
                        configuration),
                row(setting, "jwks", "`GET /.well-known/jwks.json`", keys, "certs", certs));
    }

    private static Row row(
            Setting setting, String name, String what, List<Request> ours, String theirName, List<Request> theirs)
            throws Exception {
        var same = setting.bare().answer(name, setting.ours().send(ours.get(0)).body());
        setting.bare().send(same);
        setting.keycloak().send(theirs.get(0));
        return Row.of(name, what, seconds -> setting.onOurs().run(ours, seconds))
                .limit("the same bytes", seconds -> setting.onBare().run(List.of(same), seconds))
                .peer(theirName, seconds -> setting.onKeycloak().run(theirs, seconds));
    }
}
