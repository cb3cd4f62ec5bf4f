/**
 * Keeps the indexes of tables: which ones the schema asks for, and when they are built anew.
 * Indexes never change results; what reads through them lies with the tables.
 */
@NullMarked
package io.omnigraph.store.index;

import org.jspecify.annotations.NullMarked;
