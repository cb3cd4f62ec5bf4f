/** Tests of the command line. */
@NullMarked
package io.omnigraph.cli;

import org.jspecify.annotations.NullMarked;
