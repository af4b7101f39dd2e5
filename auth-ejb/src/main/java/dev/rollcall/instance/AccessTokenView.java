package dev.rollcall.instance;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;

/**
 * An operator's token.
 *
 * @param madeBy the person, or the token that made it; null for the server
 * @param userId the person behind it: it may do no more than they may by now; null where no person is
 * @param token the token itself, in the answer that makes it and never again
 */
public record AccessTokenView(
        String object,
        String id,
        String name,
        List<String> scopes,
        long createdAt,
        Long expireAt,
        String madeBy,
        String userId,
        @JsonbNillable(false) String token) {

    static AccessTokenView of(PlatformToken token, String raw) {
        return new AccessTokenView(
                "platform_access_token",
                token.id(),
                token.name(),
                token.scopes().inOrder(),
                token.createdAt().toEpochMilli(),
                token.expireAt() == null ? null : token.expireAt().toEpochMilli(),
                token.maker().id(),
                token.maker().userId(),
                raw);
    }
}
