/** Texts as the bytes that they are stored as. */
@NullMarked
package io.omnigraph.values.text;

import org.jspecify.annotations.NullMarked;
