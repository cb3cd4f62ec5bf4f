/**
 * The content-addressed catalog (docs/reference/cluster.md §8): the payloads of applied resources,
 * one file for each digest. Only an apply writes here, and nothing is ever removed.
 */
@NullMarked
package io.omnigraph.core.catalog;

import org.jspecify.annotations.NullMarked;
