/**
 * The memory of an engine for what never changes: one budget for everything that was read from
 * immutable files or made from it, whatever graph it belongs to.
 */
@NullMarked
package io.omnigraph.store.cache;

import org.jspecify.annotations.NullMarked;
