/**
 * Stored queries as resources of a cluster: declared from {@code .gq} files and checked against the
 * schema of their graph.
 */
@NullMarked
package io.omnigraph.plugin.query.kind;

import org.jspecify.annotations.NullMarked;
