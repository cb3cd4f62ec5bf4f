/** The syntax of {@code .gq} files as it was written, with places, before any name is looked up. */
@NullMarked
package io.omnigraph.query.ast;

import org.jspecify.annotations.NullMarked;
