/** The commands {@code query} and {@code mutate}. */
@NullMarked
package io.omnigraph.plugin.query.command;

import org.jspecify.annotations.NullMarked;
