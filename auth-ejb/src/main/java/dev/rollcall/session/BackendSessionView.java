package dev.rollcall.session;

import jakarta.json.JsonObject;
import java.util.List;

/** A session as the Backend API shows it. */
public record BackendSessionView(
        String object,
        String id,
        String userId,
        String clientId,
        JsonObject actor,
        String status,
        String lastActiveOrganizationId,
        long lastActiveAt,
        SessionActivityView latestActivity,
        long expireAt,
        long abandonAt,
        long updatedAt,
        long createdAt,
        List<String> tasks) {}
