/**
 * What it takes to get from one checked schema to another: steps, and which of them cannot be done.
 */
@NullMarked
package io.omnigraph.schema.migration;

import org.jspecify.annotations.NullMarked;
