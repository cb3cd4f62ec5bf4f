package io.omnigraph.graph.commit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A name for a commit. It never moves, and the commit is kept for as long as the tag is there.
 *
 * @param name in the grammar of branch names; a branch may bear the same one
 * @param commit the id of the commit
 * @param createdAt when it was made
 * @param actor who made it; absent when nobody was named
 * @param message why; absent when nothing was said
 */
public record Tag(
    String name,
    String commit,
    Instant createdAt,
    @Nullable String actor,
    @Nullable String message) {}
