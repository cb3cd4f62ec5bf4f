/** Tests of the formatter. */
@NullMarked
package io.omnigraph.schema.format;

import org.jspecify.annotations.NullMarked;
