package io.omnigraph.io.load;

import java.util.SortedMap;

/**
 * What was read.
 *
 * @param rows the number of records by table
 * @param ignored how many members of records mean nothing to the schema
 */
record LoadCounts(SortedMap<String, Long> rows, long ignored) {}
