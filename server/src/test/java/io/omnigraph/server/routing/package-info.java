/** Tests of the package {@code routing}. */
@NullMarked
package io.omnigraph.server.routing;

import org.jspecify.annotations.NullMarked;
