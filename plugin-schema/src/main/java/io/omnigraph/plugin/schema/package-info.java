/** What all doors to graphs in this process share: one engine. */
@NullMarked
package io.omnigraph.plugin.schema;

import org.jspecify.annotations.NullMarked;
