/** Tests of the package {@code auth}. */
@NullMarked
package io.omnigraph.server.auth;

import org.jspecify.annotations.NullMarked;
