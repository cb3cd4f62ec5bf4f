@NullMarked
package io.omnigraph.graph.command;

import org.jspecify.annotations.NullMarked;
