/**
 * What planning and applying a schema came to, as commands print it and routes answer it: one
 * record each, for people and as JSON.
 */
@NullMarked
package io.omnigraph.plugin.schema.report;

import org.jspecify.annotations.NullMarked;
