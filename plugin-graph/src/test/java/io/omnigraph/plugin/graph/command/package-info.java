@NullMarked
package io.omnigraph.plugin.graph.command;

import org.jspecify.annotations.NullMarked;
