package dev.rollcall.webhook;

import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.id.Prefix;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds endpoints, by id or by the uid that their owner gave them. */
@ApplicationScoped
class EndpointStore {

    @Inject
    private Rows rows;

    Endpoint find(Instance instance, String idOrUid) {
        return (isId(idOrUid)
                        ? rows.find(Endpoint.class, instance.id(), idOrUid)
                        : rows.of(Endpoint.class, instance.id())
                                .where("e.uid = :uid")
                                .with("uid", idOrUid)
                                .first())
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    Endpoint lock(Instance instance, String idOrUid) {
        return rows.lock(Endpoint.class, instance.id(), find(instance, idOrUid).id())
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    private static boolean isId(String text) {
        return text.startsWith(Prefix.WEBHOOK_ENDPOINT.text() + "_");
    }
}
