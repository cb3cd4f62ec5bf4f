/** The names of the fault points that the control plane passes, all in one place. */
@NullMarked
package io.omnigraph.core.fault;

import org.jspecify.annotations.NullMarked;
