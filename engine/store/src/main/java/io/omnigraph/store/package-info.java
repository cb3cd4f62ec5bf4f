/**
 * Graphs in storage: opened, created, read and written. Found through {@link
 * java.util.ServiceLoader}; nobody names a class of this module.
 */
@NullMarked
package io.omnigraph.store;

import org.jspecify.annotations.NullMarked;
