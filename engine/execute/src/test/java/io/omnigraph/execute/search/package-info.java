/** Search and ranking on stored graphs. */
@NullMarked
package io.omnigraph.execute.search;

import org.jspecify.annotations.NullMarked;
