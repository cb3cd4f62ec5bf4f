/**
 * How results are printed: tables, key-value blocks, CSV and JSON (docs/reference/command-line.md
 * §10).
 */
@NullMarked
package io.omnigraph.plugin.query.output;

import org.jspecify.annotations.NullMarked;
