/** The face of the control plane. */
@NullMarked
package io.omnigraph.core.cluster;

import org.jspecify.annotations.NullMarked;
