/**
 * What the programs have in common as processes: a standard output that cannot fail unnoticed, and
 * the signals that ask them to stop. Doors make them, commands are handed them.
 */
@NullMarked
package io.omnigraph.ground.process;

import org.jspecify.annotations.NullMarked;
