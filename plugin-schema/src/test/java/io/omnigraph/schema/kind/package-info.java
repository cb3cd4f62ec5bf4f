/** Tests of schemas as resources. */
@NullMarked
package io.omnigraph.schema.kind;

import org.jspecify.annotations.NullMarked;
