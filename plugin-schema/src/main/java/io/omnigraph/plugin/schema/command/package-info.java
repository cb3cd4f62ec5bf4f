/** The commands {@code schema plan}, {@code schema apply} and {@code schema show}. */
@NullMarked
package io.omnigraph.plugin.schema.command;

import org.jspecify.annotations.NullMarked;
