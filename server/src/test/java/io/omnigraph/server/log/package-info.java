/** Tests of the package {@code log}. */
@NullMarked
package io.omnigraph.server.log;

import org.jspecify.annotations.NullMarked;
