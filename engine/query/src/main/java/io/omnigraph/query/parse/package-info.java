/**
 * From the text of a {@code .gq} file to its syntax tree. Several problems are found in one run, at
 * most one in each query; no input makes it throw.
 */
@NullMarked
package io.omnigraph.query.parse;

import org.jspecify.annotations.NullMarked;
