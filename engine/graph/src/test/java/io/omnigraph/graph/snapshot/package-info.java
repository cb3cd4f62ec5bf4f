@NullMarked
package io.omnigraph.graph.snapshot;

import org.jspecify.annotations.NullMarked;
