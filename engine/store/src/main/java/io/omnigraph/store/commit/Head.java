package io.omnigraph.store.commit;

import io.omnigraph.ground.storage.StoredObject;

/**
 * Where a branch points, as it was read.
 *
 * @param ref the very content that was read, for the swap
 */
public record Head(String branch, StoredObject ref, CommitRecord commit) {}
