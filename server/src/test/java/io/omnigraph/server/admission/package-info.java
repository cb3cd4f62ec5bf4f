/** Tests of the package {@code admission}. */
@NullMarked
package io.omnigraph.server.admission;

import org.jspecify.annotations.NullMarked;
