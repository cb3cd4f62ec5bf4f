@NullMarked
package io.omnigraph.store.merge;

import org.jspecify.annotations.NullMarked;
