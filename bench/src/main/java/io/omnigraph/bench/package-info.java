/**
 * Benchmarks, each a program of its own: they print figures and their ratio to a peer or a limit
 * that is measured in the same run, and assert nothing.
 */
@NullMarked
package io.omnigraph.bench;

import org.jspecify.annotations.NullMarked;
