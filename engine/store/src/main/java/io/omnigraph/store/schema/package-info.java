/**
 * Changing the schema of a graph that holds data. Steps change what a commit says about tables and
 * columns; only dropping data for good writes any.
 */
@NullMarked
package io.omnigraph.store.schema;

import org.jspecify.annotations.NullMarked;
