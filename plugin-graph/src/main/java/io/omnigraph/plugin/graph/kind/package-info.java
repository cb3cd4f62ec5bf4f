/**
 * The resource kind {@code graph}: graphs of {@code cluster.yaml}, how they are created, removed
 * and looked at, and what became of a creation or removal whose process died.
 */
@NullMarked
package io.omnigraph.plugin.graph.kind;

import org.jspecify.annotations.NullMarked;
