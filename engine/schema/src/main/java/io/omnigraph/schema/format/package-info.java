/** The one layout of schema sources: what {@code schema fmt} writes. Comments are kept. */
@NullMarked
package io.omnigraph.schema.format;

import org.jspecify.annotations.NullMarked;
