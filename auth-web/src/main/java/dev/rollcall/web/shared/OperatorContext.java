package dev.rollcall.web.shared;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A person who operates this server, as MicroProfile JWT shows the caller to resources: the token is the principal, its groups the roles. */
record OperatorContext(Token token) implements SecurityContext {

    /** The token's claims by their names. */
    record Token(JsonObject claims, String raw) implements JsonWebToken {

        @Override
        public String getName() {
            return claims.getString("sub");
        }

        @Override
        public String getRawToken() {
            return raw;
        }

        @Override
        public Set<String> getGroups() {
            var groups = claims.getJsonArray("groups");
            return groups == null
                    ? Set.of()
                    : groups.getValuesAs(JsonString.class).stream()
                            .map(JsonString::getString)
                            .collect(Collectors.toSet());
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
        }) // the interface promises what the caller asks for
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }

        /** Without the token: whoever has it is the operator. */
        @Override
        public String toString() {
            return getName();
        }
    }

    @Override
    public Principal getUserPrincipal() {
        return token;
    }

    @Override
    public boolean isUserInRole(String role) {
        return token.getGroups().contains(role);
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public String getAuthenticationScheme() {
        return "MP-JWT";
    }
}
