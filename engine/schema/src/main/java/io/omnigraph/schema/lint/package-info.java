/**
 * What a schema that compiles is likely to get wrong, and what stands between it and a live graph,
 * as findings with stable codes.
 */
@NullMarked
package io.omnigraph.schema.lint;

import org.jspecify.annotations.NullMarked;
