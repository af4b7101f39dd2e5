package dev.rollcall.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What this request learnt about its client, for the web layer to turn into cookies once the operation has succeeded. An
 * observer in the WAR would not be heard: events only reach archives that the firing one can see.
 */
@RequestScoped
public class ClientNews {

    private ClientIssued issued;
    private boolean forgotten;
    private OptionalLong clientUat = OptionalLong.empty();

    void on(@Observes ClientIssued event) {
        issued = event;
        forgotten = false;
    }

    void on(@Observes ClientForgotten event) {
        issued = null;
        forgotten = true;
    }

    /** Notes who is signed in, as this request saw it: since when, in seconds, or 0 for nobody. */
    public void signedInSince(long seconds) {
        clientUat = OptionalLong.of(seconds);
    }

    /** The client's new token, for the {@code __client} cookie; the rest of the request goes on with it. */
    public Optional<ClientIssued> issued() {
        return Optional.ofNullable(issued);
    }

    /** Whether the {@code __client} cookie must be cleared. */
    public boolean forgotten() {
        return forgotten;
    }

    /**
     * What the {@code __client_uat} cookie has to say, if this request knows; only production instances set it from here.
     */
    public OptionalLong clientUat() {
        return clientUat;
    }
}
