/** Tests of the schema commands. */
@NullMarked
package io.omnigraph.schema.command;

import org.jspecify.annotations.NullMarked;
