/** The command-line side of a plugin: picocli commands and the context that they run in. */
@NullMarked
package io.omnigraph.api.command;

import org.jspecify.annotations.NullMarked;
