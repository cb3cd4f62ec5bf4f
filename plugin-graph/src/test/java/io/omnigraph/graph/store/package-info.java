@NullMarked
package io.omnigraph.graph.store;

import org.jspecify.annotations.NullMarked;
