/**
 * What queries answer: columns and rows, the envelopes of reads and mutations, and the failure of
 * one that cannot be carried out.
 *
 * <p>The same records are written by the server, printed by {@code --json} and read back by the
 * client.
 */
@NullMarked
package io.omnigraph.execute.result;

import org.jspecify.annotations.NullMarked;
