@NullMarked
package io.omnigraph.graph.change;

import org.jspecify.annotations.NullMarked;
