/**
 * The operator's guide, run as its reader would run it: the launchers as subprocesses, real files,
 * real graphs, a real server.
 */
@NullMarked
package io.omnigraph.cli.e2e;

import org.jspecify.annotations.NullMarked;
