/** The schema slice: the language, its compiler, and the resource kind and commands for schemas. */
@NullMarked
package io.omnigraph.schema;

import org.jspecify.annotations.NullMarked;
