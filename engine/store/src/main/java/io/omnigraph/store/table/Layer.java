package io.omnigraph.store.table;

import io.omnigraph.store.commit.DeltaRows;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a small transaction does to a table.
 *
 * @param commit whose record has the rows that come
 * @param dead rows of the table that go, by their number
 * @param absorbed how many of the table's last deltas are among the rows that come
 * @param added the rows that come; absent for none
 */
public record Layer(String commit, BitSet dead, int absorbed, @Nullable DeltaRows added) {}
