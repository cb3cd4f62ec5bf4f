/**
 * The schema language as text: syntax tree, parser and printer. A tree says what was written and
 * where; whether its declarations make sense together is decided by {@code check}.
 */
@NullMarked
package io.omnigraph.schema.syntax;

import org.jspecify.annotations.NullMarked;
