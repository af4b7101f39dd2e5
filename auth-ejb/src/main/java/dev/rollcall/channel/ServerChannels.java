package dev.rollcall.channel;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.json.Json;
import dev.rollcall.template.Medium;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The channels that the operator has given the whole server, by its environment: each setting is a variable of its name. */
@ApplicationScoped
class ServerChannels {

    /** A kind and its settings. */
    record Given(ChannelKind kind, JsonObject fields) {}

    @Inject
    private ServerConfig config;

    /** For the container; tests use {@link #ServerChannels(ServerConfig)}. */
    ServerChannels() {}

    ServerChannels(ServerConfig config) {
        this.config = config;
    }

    /** What carries this medium for instances that have no channel of their own. Of two, SMTP comes first. */
    Optional<Given> of(Medium medium) {
        return switch (medium) {
            case EMAIL -> given(ChannelKind.SMTP, "host").or(() -> given(ChannelKind.SENDGRID, "api_key"));
            case SMS -> given(ChannelKind.TWILIO, "account_sid");
        };
    }

    private Optional<Given> given(ChannelKind kind, String decisive) {
        return config.text(variable(kind, decisive)).map(set -> new Given(kind, fields(kind)));
    }

    private JsonObject fields(ChannelKind kind) {
        var fields = Json.createObjectBuilder();
        for (var names : List.of(kind.shown(), kind.secret())) {
            for (var name : names) {
                var variable = variable(kind, name);
                switch (name) {
                    case "port" -> config.text(variable).ifPresent(set -> fields.add(name, config.number(variable, 0)));
                    case "whatsapp" ->
                        config.text(variable).ifPresent(set -> fields.add(name, Boolean.parseBoolean(set)));
                    case "from_email_address" -> {} // ROLLCALL_MAIL_FROM, for all kinds
                    case "ca_certificates" ->
                        config.text("ROLLCALL_SMTP_CA_FILE").ifPresent(file -> fields.add(name, read(file)));
                    default -> config.text(variable).ifPresent(set -> fields.add(name, set));
                }
            }
        }
        return fields.build();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new ChannelTrouble("ROLLCALL_SMTP_CA_FILE cannot be read");
        }
    }

    private static String variable(ChannelKind kind, String field) {
        return ("rollcall_" + kind.name() + "_" + field).toUpperCase(Locale.ROOT);
    }
}
