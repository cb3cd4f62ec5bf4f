/** Desired state: what the configuration asks for, read once and checked. */
@NullMarked
package io.omnigraph.core.desired;

import org.jspecify.annotations.NullMarked;
