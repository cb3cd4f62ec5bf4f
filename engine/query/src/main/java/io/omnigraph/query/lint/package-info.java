/**
 * Lint of query files: a file is checked against a schema without running anything, and what is
 * wrong or looks forgotten is reported for programs and for people.
 */
@NullMarked
package io.omnigraph.query.lint;

import org.jspecify.annotations.NullMarked;
