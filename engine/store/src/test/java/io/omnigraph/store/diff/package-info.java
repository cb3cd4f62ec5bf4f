@NullMarked
package io.omnigraph.store.diff;

import org.jspecify.annotations.NullMarked;
