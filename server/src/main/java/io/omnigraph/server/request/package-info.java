/** Reads what a request carries: path parameters, the query string and the body. */
@NullMarked
package io.omnigraph.server.request;

import org.jspecify.annotations.NullMarked;
