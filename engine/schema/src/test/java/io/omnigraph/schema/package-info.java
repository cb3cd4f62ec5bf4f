/** Tests of the schema compiler, and what tests of the slice share. */
@NullMarked
package io.omnigraph.schema;

import org.jspecify.annotations.NullMarked;
