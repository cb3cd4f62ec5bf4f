@NullMarked
package io.omnigraph.plugin.graph.serving;

import org.jspecify.annotations.NullMarked;
