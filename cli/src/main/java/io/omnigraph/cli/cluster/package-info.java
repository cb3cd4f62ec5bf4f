/** The {@code cluster} commands: options, one call, one rendering. */
@NullMarked
package io.omnigraph.cli.cluster;

import org.jspecify.annotations.NullMarked;
