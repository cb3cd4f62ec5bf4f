/**
 * Three-way merges of branches: the commit that they have in common, what each side changed since,
 * what is at odds, and the commit that has both. Rows that nobody changed are not looked at.
 */
@NullMarked
package io.omnigraph.store.merge;

import org.jspecify.annotations.NullMarked;
