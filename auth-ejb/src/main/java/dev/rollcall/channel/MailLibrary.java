package dev.rollcall.channel;

import jakarta.mail.Transport;
import java.util.Arrays;
import java.util.Optional;

/**
 * What Jakarta Mail itself does not tell and its implementation, Angus Mail, does. The application server has the implementation inside and
 * shows applications the API alone, so it is asked by the names of its public methods; one that does not know them tells nothing.
 */
final class MailLibrary {

    private MailLibrary() {}

    /** The SMTP command whose answer this failure is, as {@code getCommand} of {@code SMTPSendFailedException} and its like. */
    static Optional<String> command(Throwable failure) {
        return asked(failure, "getCommand").map(String::valueOf);
    }

    /** Whether the server that this transport is connected to offers an extension: {@code SMTPTransport.supportsExtension}. */
    static boolean supports(Transport transport, String extension) {
        return asked(transport, "supportsExtension", extension)
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    private static Optional<Object> asked(Object object, String name, String... arguments) {
        var types = new Class<?>[arguments.length];
        Arrays.fill(types, String.class);
        try {
            return Optional.ofNullable(object.getClass().getMethod(name, types).invoke(object, (Object[]) arguments));
        } catch (ReflectiveOperationException unknown) {
            return Optional.empty();
        }
    }
}
