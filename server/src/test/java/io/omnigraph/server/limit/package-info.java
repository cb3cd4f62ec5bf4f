/** Tests of the package {@code limit}. */
@NullMarked
package io.omnigraph.server.limit;

import org.jspecify.annotations.NullMarked;
