/** Tests of the package {@code http}. */
@NullMarked
package io.omnigraph.server.http;

import org.jspecify.annotations.NullMarked;
