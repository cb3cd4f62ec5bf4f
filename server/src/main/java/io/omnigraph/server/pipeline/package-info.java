/**
 * The stages of a request in their order, over one immutable generation of what is served. Knows no
 * HTTP server.
 */
@NullMarked
package io.omnigraph.server.pipeline;

import org.jspecify.annotations.NullMarked;
