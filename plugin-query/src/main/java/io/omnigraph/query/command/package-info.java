/** The commands {@code query} and {@code mutate}. */
@NullMarked
package io.omnigraph.query.command;

import org.jspecify.annotations.NullMarked;
