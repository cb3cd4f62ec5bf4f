@NullMarked
package io.omnigraph.graph.export;

import org.jspecify.annotations.NullMarked;
