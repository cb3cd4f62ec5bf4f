/**
 * How a transaction works: rows staged in memory over the stored ones, the rules of the schema, and
 * the commit that makes it all visible at once.
 */
@NullMarked
package io.omnigraph.store.change;

import org.jspecify.annotations.NullMarked;
