/** Whole commands on file-backed sample kinds. */
@NullMarked
package io.omnigraph.core.cluster;

import org.jspecify.annotations.NullMarked;
