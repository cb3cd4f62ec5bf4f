package io.omnigraph.store.commit;

/**
 * What a commit did to a table.
 *
 * @param inserted rows with ids that were not there before
 * @param updated rows that replaced one of the same id
 * @param deleted rows that are gone
 */
public record TableCounts(long inserted, long updated, long deleted) {}
