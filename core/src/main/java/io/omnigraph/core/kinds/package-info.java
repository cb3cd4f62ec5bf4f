/**
 * The registered kinds of resources, in the order in which they run. The rest of the core asks here
 * and never names a kind.
 */
@NullMarked
package io.omnigraph.core.kinds;

import org.jspecify.annotations.NullMarked;
