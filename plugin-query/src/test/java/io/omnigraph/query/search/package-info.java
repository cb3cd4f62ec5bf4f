/** Search and ranking on stored graphs. */
@NullMarked
package io.omnigraph.query.search;

import org.jspecify.annotations.NullMarked;
