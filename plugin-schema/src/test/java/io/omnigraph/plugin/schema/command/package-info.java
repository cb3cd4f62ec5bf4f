/** Tests of the schema commands. */
@NullMarked
package io.omnigraph.plugin.schema.command;

import org.jspecify.annotations.NullMarked;
