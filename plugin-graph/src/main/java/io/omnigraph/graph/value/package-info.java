/** How values of properties are written as text, for everybody who reads them. */
@NullMarked
package io.omnigraph.graph.value;

import org.jspecify.annotations.NullMarked;
