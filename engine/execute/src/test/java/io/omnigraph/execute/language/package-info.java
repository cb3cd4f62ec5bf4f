/** The behaviour tables of the query language: what is refused, and what changes. */
@NullMarked
package io.omnigraph.execute.language;

import org.jspecify.annotations.NullMarked;
