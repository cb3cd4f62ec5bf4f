@NullMarked
package io.omnigraph.io.load;

import org.jspecify.annotations.NullMarked;
