@NullMarked
package io.omnigraph.plugin.graph.kind;

import org.jspecify.annotations.NullMarked;
