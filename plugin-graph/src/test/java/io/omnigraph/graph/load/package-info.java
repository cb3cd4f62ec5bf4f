@NullMarked
package io.omnigraph.graph.load;

import org.jspecify.annotations.NullMarked;
