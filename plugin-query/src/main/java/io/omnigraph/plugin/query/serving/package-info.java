/** The serving side of this slice: the catalogue and the routes of stored and ad-hoc queries. */
@NullMarked
package io.omnigraph.plugin.query.serving;

import org.jspecify.annotations.NullMarked;
