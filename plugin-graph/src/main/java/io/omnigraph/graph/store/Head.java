package io.omnigraph.graph.store;

import io.omnigraph.api.storage.StoredObject;

/**
 * Where a branch points, as it was read.
 *
 * @param ref the very content that was read, for the swap
 */
public record Head(String branch, StoredObject ref, CommitRecord commit) {}
