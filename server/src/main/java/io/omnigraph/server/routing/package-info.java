/** Finds the route of a request: path templates, and the table of all routes. */
@NullMarked
package io.omnigraph.server.routing;

import org.jspecify.annotations.NullMarked;
