/**
 * The HTTP server: Undertow accepts, requests run on virtual threads, and stopping lets them
 * finish.
 */
@NullMarked
package io.omnigraph.server.http;

import org.jspecify.annotations.NullMarked;
