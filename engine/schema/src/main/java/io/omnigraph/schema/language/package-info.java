/**
 * What hand-written parsers share: tokens with spans, a lexer whose rules are a value, a token
 * stream that words what it expected, problems in the order of the text, and the guess at what was
 * meant. Both the schema language and the query language are read with it; it knows neither.
 */
@NullMarked
package io.omnigraph.schema.language;

import org.jspecify.annotations.NullMarked;
