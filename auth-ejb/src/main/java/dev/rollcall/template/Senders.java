package dev.rollcall.template;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who a message is from. The address is made of the instance's own domain and the server's configuration, never of a request. */
@ApplicationScoped
public class Senders {

    private static final String MAIL_FROM = "ROLLCALL_MAIL_FROM";
    private static final String NOWHERE = "localhost.localdomain";

    @Inject
    private ServerConfig config;

    /** For the container; tests use {@link #Senders(ServerConfig)}. */
    Senders() {}

    Senders(ServerConfig config) {
        this.config = config;
    }

    /** The address of that name: on the instance's domain; without one, that which the operator has set. */
    public String address(Instance instance, String name) {
        return instance.domain() != null
                ? name + "@" + instance.domain()
                : config.text(MAIL_FROM).orElse(name + "@" + NOWHERE);
    }

    /** What the server's own channels send from: the operator's address where it is set, for their server may know no other. */
    public String ofServer(Instance instance, String name) {
        return config.text(MAIL_FROM).orElseGet(() -> address(instance, name));
    }

    /** The name that a mail program shows: the application's, which must not write headers of the mail. */
    public String shownName(Instance instance) {
        return Filler.oneLine(instance.shownName());
    }
}
