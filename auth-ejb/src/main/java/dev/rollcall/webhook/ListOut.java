package dev.rollcall.webhook;

import java.util.List;

/**
 * One part of a list, as svix has it.
 *
 * @param iterator where the next part begins; null after the last one
 * @param prevIterator always null: lists are read forwards
 */
public record ListOut<T>(List<T> data, String iterator, String prevIterator, boolean done) {}
