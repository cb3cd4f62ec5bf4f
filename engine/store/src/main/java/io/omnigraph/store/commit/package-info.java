/**
 * What a graph's root holds besides its tables: the claim, refs, commits and schemas, as small
 * objects. The swap of a ref is the only moment at which a change becomes visible.
 */
@NullMarked
package io.omnigraph.store.commit;

import org.jspecify.annotations.NullMarked;
