@NullMarked
package io.omnigraph.store.commit;

import org.jspecify.annotations.NullMarked;
