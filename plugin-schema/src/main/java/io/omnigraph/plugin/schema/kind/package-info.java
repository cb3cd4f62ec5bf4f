/**
 * Schemas as resources of a cluster: declared from files, previewed and migrated on live graphs.
 */
@NullMarked
package io.omnigraph.plugin.schema.kind;

import org.jspecify.annotations.NullMarked;
