/**
 * Kinds for tests of the core: they have the keys, owners, executions and digests of the built-in
 * slices, but look into no file.
 */
@NullMarked
package io.omnigraph.core.samplekinds;

import org.jspecify.annotations.NullMarked;
