package io.omnigraph.graph.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * Where a table stands in a commit.
 *
 * @param key such as {@code node:Person}
 * @param path where the rows are, relative to the root; means nothing to clients
 * @param version grows with every change of the table
 * @param branch the branch that wrote the table last; absent for {@code main} and for a table that
 *     nobody has written yet
 * @param rows live ones
 */
public record TableState(
    String key, String path, long version, @Nullable String branch, long rows) {}
