@NullMarked
package io.omnigraph.values;

import org.jspecify.annotations.NullMarked;
