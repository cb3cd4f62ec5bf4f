/**
 * The form that two schemas are compared by: everything that does not matter (order, spelling,
 * comments) is normalised away (docs/reference/schema-language.md §9).
 */
@NullMarked
package io.omnigraph.schema.canonical;

import org.jspecify.annotations.NullMarked;
