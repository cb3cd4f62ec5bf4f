/**
 * The graph database for programs of one's own: no server, no command line, no cluster. This module
 * puts storage, loading and queries together; nothing else depends on it.
 */
@NullMarked
package io.omnigraph;

import org.jspecify.annotations.NullMarked;
