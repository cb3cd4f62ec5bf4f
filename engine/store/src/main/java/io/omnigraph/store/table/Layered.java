package io.omnigraph.store.table;

import io.omnigraph.store.commit.TableEntry.TableData;

/**
 * A table after a small transaction.
 *
 * @param data where its rows are
 * @param rows the rows, those included that are in no record yet
 */
public record Layered(TableData data, TableRows rows) {}
