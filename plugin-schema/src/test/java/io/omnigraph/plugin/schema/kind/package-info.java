/** Tests of schemas as resources. */
@NullMarked
package io.omnigraph.plugin.schema.kind;

import org.jspecify.annotations.NullMarked;
