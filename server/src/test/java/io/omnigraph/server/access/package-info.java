/** Tests of who may do what, over the wire and with the plugins that are installed. */
@NullMarked
package io.omnigraph.server.access;

import org.jspecify.annotations.NullMarked;
