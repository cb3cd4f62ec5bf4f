@NullMarked
package io.omnigraph.graph.diff;

import org.jspecify.annotations.NullMarked;
