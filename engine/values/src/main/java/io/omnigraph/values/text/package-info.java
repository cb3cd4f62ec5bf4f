/** How values of properties are written as text, for everybody who reads them. */
@NullMarked
package io.omnigraph.values.text;

import org.jspecify.annotations.NullMarked;
