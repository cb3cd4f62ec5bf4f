/**
 * Checked schemas: node types, edge types and interfaces with every name resolved and every
 * interface property injected.
 *
 * <p>Everything here is immutable. Graphs and queries read schemas in this form only.
 */
@NullMarked
package io.omnigraph.schema.catalog;

import org.jspecify.annotations.NullMarked;
