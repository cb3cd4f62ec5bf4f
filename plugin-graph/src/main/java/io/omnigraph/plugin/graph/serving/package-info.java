/**
 * The serving side of graphs: opens every applied graph when a server starts, offers each to the
 * plugins after this one, and has the routes that list, inspect and load graphs.
 *
 * <p>The records of requests and replies are also those of the commands for the same things.
 */
@NullMarked
package io.omnigraph.plugin.graph.serving;

import org.jspecify.annotations.NullMarked;
