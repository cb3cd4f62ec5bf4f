/**
 * Why the engine did not do what it was asked to: a closed family of values, and the exceptions
 * that carry them. Knows nothing of how graphs are stored, and nothing of doors.
 */
@NullMarked
package io.omnigraph.graph.failure;

import org.jspecify.annotations.NullMarked;
