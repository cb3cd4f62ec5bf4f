/** Graphs behind a server, reached over HTTP. */
@NullMarked
package io.omnigraph.cli.remote;

import org.jspecify.annotations.NullMarked;
