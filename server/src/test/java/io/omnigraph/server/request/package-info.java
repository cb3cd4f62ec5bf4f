/** Tests of the package {@code request}. */
@NullMarked
package io.omnigraph.server.request;

import org.jspecify.annotations.NullMarked;
