@NullMarked
package io.omnigraph.store.change;

import org.jspecify.annotations.NullMarked;
