@NullMarked
package io.omnigraph.graph.kind;

import org.jspecify.annotations.NullMarked;
