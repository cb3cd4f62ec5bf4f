package io.omnigraph.store.lance;

import io.omnigraph.graph.column.ColumnSpec;

/**
 * What to look for in a vector index.
 *
 * @param query of the column's dimension; not changed by anybody
 * @param count the most rows wanted
 * @param probes how many parts of the index are looked through
 */
@SuppressWarnings("ArrayRecordComponent") // made, used and forgotten: never compared
public record NearVectors(ColumnSpec column, float[] query, int count, int probes) {}
