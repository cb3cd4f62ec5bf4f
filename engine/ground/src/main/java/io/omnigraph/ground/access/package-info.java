/** Asking before a write whether it may happen. The engine asks; whoever knows rules answers. */
@NullMarked
package io.omnigraph.ground.access;

import org.jspecify.annotations.NullMarked;
