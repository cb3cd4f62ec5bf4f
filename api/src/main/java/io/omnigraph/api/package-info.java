/**
 * The words that every part of OmniGraph shares: addresses, digests and diagnostics.
 *
 * <p>Everything here is immutable and safe to share between threads. The packages below this one
 * hold the contracts that plugins implement; nothing in them knows who implements them.
 */
@NullMarked
package io.omnigraph.api;

import org.jspecify.annotations.NullMarked;
