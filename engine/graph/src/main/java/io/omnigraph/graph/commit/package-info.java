/** Commits: immutable records of what a graph was at a time, and how it came to be so. */
@NullMarked
package io.omnigraph.graph.commit;

import org.jspecify.annotations.NullMarked;
