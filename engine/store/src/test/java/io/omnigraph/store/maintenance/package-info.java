@NullMarked
package io.omnigraph.store.maintenance;

import org.jspecify.annotations.NullMarked;
