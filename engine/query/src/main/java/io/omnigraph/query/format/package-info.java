/**
 * Prints query files in one layout. What is printed parses to the same queries, keeps every
 * comment, and is printed the same again. Texts that do not parse are not touched.
 */
@NullMarked
package io.omnigraph.query.format;

import org.jspecify.annotations.NullMarked;
