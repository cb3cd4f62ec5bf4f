/**
 * The upkeep of a graph: joining small fragments, giving back what no kept commit needs, finding
 * and mending damage, and counting what is there. Nothing here changes what a graph holds.
 */
@NullMarked
package io.omnigraph.store.maintenance;

import org.jspecify.annotations.NullMarked;
