/**
 * Checked queries: every name resolved against a schema, every expression typed, and the passes
 * that get there from the syntax tree. Execution reads queries in this form only.
 */
@NullMarked
package io.omnigraph.query.check;

import org.jspecify.annotations.NullMarked;
