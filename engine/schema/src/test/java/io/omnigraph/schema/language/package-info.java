/** Tests of the language toolkit. */
@NullMarked
package io.omnigraph.schema.language;

import org.jspecify.annotations.NullMarked;
