/** Finds plugins: those on the class path now; archives of third parties have their place here. */
@NullMarked
package io.omnigraph.plugins;

import org.jspecify.annotations.NullMarked;
