/** Source texts, places in them, and the excerpts with a caret that error messages show. */
@NullMarked
package io.omnigraph.ground.source;

import org.jspecify.annotations.NullMarked;
