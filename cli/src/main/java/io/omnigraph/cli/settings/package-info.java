/**
 * The two files of an operator: {@code omnigraph.yaml} beside the work, and the directory {@code
 * ~/.omnigraph}. Both are read when something of them is needed, and not before.
 */
@NullMarked
package io.omnigraph.cli.settings;

import org.jspecify.annotations.NullMarked;
