package io.omnigraph.graph.commit;

/**
 * What a commit did to the rows of a table.
 *
 * @param inserted rows with ids that were not there before
 * @param updated rows that replaced one of the same id
 * @param deleted rows that are gone
 */
public record RowChanges(long inserted, long updated, long deleted) {}
