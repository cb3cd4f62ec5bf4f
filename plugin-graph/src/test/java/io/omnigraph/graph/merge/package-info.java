@NullMarked
package io.omnigraph.graph.merge;

import org.jspecify.annotations.NullMarked;
