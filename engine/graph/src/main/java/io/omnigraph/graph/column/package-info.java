/**
 * Columns in memory: plain arrays that hold the values of one property for rows that are stored or
 * staged together, and how they are made. Knows nothing of files.
 */
@NullMarked
package io.omnigraph.graph.column;

import org.jspecify.annotations.NullMarked;
