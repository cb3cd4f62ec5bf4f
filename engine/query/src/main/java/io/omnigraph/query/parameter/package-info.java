/** Declared parameters, their values, and the binding of values that come as JSON. */
@NullMarked
package io.omnigraph.query.parameter;

import org.jspecify.annotations.NullMarked;
