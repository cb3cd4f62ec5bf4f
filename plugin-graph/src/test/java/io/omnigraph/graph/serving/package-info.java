@NullMarked
package io.omnigraph.graph.serving;

import org.jspecify.annotations.NullMarked;
