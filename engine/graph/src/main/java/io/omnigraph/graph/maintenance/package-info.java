/** The upkeep of a graph: what it can be asked to do, and the reports of it. */
@NullMarked
package io.omnigraph.graph.maintenance;

import org.jspecify.annotations.NullMarked;
