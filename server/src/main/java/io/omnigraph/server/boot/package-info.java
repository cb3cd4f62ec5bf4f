/**
 * From a cluster's applied revision to a generation that can be served, or to every reason why not.
 */
@NullMarked
package io.omnigraph.server.boot;

import org.jspecify.annotations.NullMarked;
