/**
 * The difference between desired and recorded state as ordered changes, each with what would become
 * of it.
 */
@NullMarked
package io.omnigraph.core.plan;

import org.jspecify.annotations.NullMarked;
