/**
 * The commands that make, fill and inspect graphs: {@code init}, {@code load}, {@code snapshot} and
 * {@code commit}. Each works on a graph root that this process opens itself, and on a served graph
 * where the server has a route for it; what it prints is the same.
 */
@NullMarked
package io.omnigraph.plugin.graph.command;

import org.jspecify.annotations.NullMarked;
