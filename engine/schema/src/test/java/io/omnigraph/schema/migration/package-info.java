/** Tests of migrations. */
@NullMarked
package io.omnigraph.schema.migration;

import org.jspecify.annotations.NullMarked;
