/**
 * What a schema must satisfy beyond its grammar (docs/reference/schema-language.md §6), and the
 * step from syntax trees to checked schemas. Every rule reports all that it finds.
 */
@NullMarked
package io.omnigraph.schema.check;

import org.jspecify.annotations.NullMarked;
