/**
 * Bulk load: records of nodes and edges as JSON values, read one by one into columns that go to
 * disk while more are read, and committed as one.
 *
 * <p>Plain records are read straight from their bytes; the others as trees, which is slower and the
 * measure of what records mean. Every problem of the data is found with its place, as far as
 * possible in one run; when there is one, nothing of the load becomes visible. What grows in memory
 * with the input are hashes of the ids and unique values that it names.
 */
@NullMarked
package io.omnigraph.io.load;

import org.jspecify.annotations.NullMarked;
