package dev.rollcall.idempotency;

/** What is to become of a request that carries a key. */
public sealed interface Turn {

    /**
     * It is the first with its key, and is done now. Whoever holds this says how it ended.
     *
     * @param id of the key
     * @param owner fences: a run that took too long has lost its turn to another
     */
    record First(String instanceId, String id, String owner) implements Turn {}

    /** It was done before, with this answer. */
    record Again(KeptAnswer answer) implements Turn {}
}
