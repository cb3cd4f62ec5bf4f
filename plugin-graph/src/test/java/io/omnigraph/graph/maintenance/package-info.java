@NullMarked
package io.omnigraph.graph.maintenance;

import org.jspecify.annotations.NullMarked;
