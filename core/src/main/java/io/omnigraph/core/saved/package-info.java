/**
 * Plans that are made now and carried out later: what one was made from, and whether that still
 * holds.
 */
@NullMarked
package io.omnigraph.core.saved;

import org.jspecify.annotations.NullMarked;
