package io.omnigraph.store.commit;

import io.omnigraph.ground.storage.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * A branch as it was read, whether its commit can be read or not.
 *
 * @param content the very content that was read, for the swap
 * @param commit the id of the commit that it points to
 * @param mark changes with every cleanup; absent when none has ever met the branch
 */
public record BranchRef(
    String branch, StoredObject content, String commit, @Nullable String mark) {}
