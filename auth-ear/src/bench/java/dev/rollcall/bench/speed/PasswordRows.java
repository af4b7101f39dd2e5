package dev.rollcall.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sign-ins with a password, each in a browser that has never been here. The limit is the hash, which both sides ask the same of. */
final class PasswordRows implements Rows {

    /** Enough to have all processors hash all the time, and few enough that nobody waits so long as to be refused. */
    private static final int CONNECTIONS = 16;

    @Override
    public Set<String> names() {
        return Set.of("password");
    }

    @Override
    public List<Row> in(Setting setting) throws Exception {
        var ours = ours(setting);
        var theirs = theirs(setting);
        return List.of(Row.of("password", "sign-in by password, `POST /v1/client/sign_ins`", seconds -> setting.onOurs()
                        .connections(CONNECTIONS)
                        .run(ours, seconds))
                .limit("bare Argon2id", Hashing::run)
                .peer(
                        "password grant",
                        seconds -> setting.onKeycloak().connections(CONNECTIONS).run(theirs, seconds)));
    }

    static List<Request> ours(Setting setting) throws Exception {
        var signIns = new ArrayList<Request>();
        for (int n = 0; n < CONNECTIONS; n++) {
            signIns.add(Ours.signInOf(setting.ours().person()));
        }
        return signIns;
    }

    static List<Request> theirs(Setting setting) throws Exception {
        var signIns = new ArrayList<Request>();
        for (int n = 0; n < CONNECTIONS; n++) {
            signIns.add(Keycloak.signInOf(setting.keycloak().person(), "profile email"));
        }
        return signIns;
    }
}
