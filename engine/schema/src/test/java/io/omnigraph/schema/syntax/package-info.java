/** Tests of parser and printer. */
@NullMarked
package io.omnigraph.schema.syntax;

import org.jspecify.annotations.NullMarked;
