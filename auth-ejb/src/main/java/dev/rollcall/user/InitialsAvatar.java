package dev.rollcall.user;

import dev.rollcall.image.StoredImage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Draws the image of a user who has none: up to two initials on a colour of their own. It tells nothing else of the person. */
final class InitialsAvatar {

    private static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">
            <defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">\
            <stop offset="0" stop-color="hsl(%1$d 60%% 56%%)"/>\
            <stop offset="1" stop-color="hsl(%2$d 62%% 42%%)"/></linearGradient></defs>
            <rect width="256" height="256" fill="url(#g)"/>
            %3$s
            </svg>
            """;

    private static final String LETTERS = """
            <text x="128" y="132" fill="#fff" \
            font-family="-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif" \
            font-size="104" font-weight="600" text-anchor="middle" dominant-baseline="central">%s</text>""";

    private static final String SILHOUETTE = """
            <g fill="#fff" fill-opacity=".9"><circle cx="128" cy="104" r="44"/><path d="M44 236a84 76 0 0 1 168 0z"/></g>""";

    private InitialsAvatar() {}

    /** The avatar of a user, from the names or, without any, from the address's first letter. */
    static StoredImage of(String userId, String firstName, String lastName, String address) {
        var initials = initial(firstName) + initial(lastName);
        var letters = initials.isEmpty() ? initial(address) : initials;
        int hue = Math.floorMod(userId.hashCode(), 360);
        var figure = letters.isEmpty() ? SILHOUETTE : LETTERS.formatted(letters);
        var svg = SVG.formatted(hue, (hue + 40) % 360, figure);
        return new StoredImage("image/svg+xml", svg.getBytes(StandardCharsets.UTF_8));
    }

    /** The first letter or digit in upper case: nothing that could be markup passes. */
    private static String initial(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .map(letter -> letter.toUpperCase(Locale.ROOT))
                .orElse("");
    }
}
