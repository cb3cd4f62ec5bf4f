/** Tests of the package {@code boot}. */
@NullMarked
package io.omnigraph.server.boot;

import org.jspecify.annotations.NullMarked;
