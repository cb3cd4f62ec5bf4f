/** The server's command line. */
@NullMarked
package io.omnigraph.server;

import org.jspecify.annotations.NullMarked;
