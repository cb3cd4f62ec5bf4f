/**
 * What the passes over a query report: problems with their places, and values that may be problems
 * instead.
 */
@NullMarked
package io.omnigraph.query.problem;

import org.jspecify.annotations.NullMarked;
