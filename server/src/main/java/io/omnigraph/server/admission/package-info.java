/** Limits what one actor can have running at a time. */
@NullMarked
package io.omnigraph.server.admission;

import org.jspecify.annotations.NullMarked;
