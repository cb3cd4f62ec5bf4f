/**
 * What a server reads: the applied revision, from ledger and catalog, without lock and without
 * writing.
 */
@NullMarked
package io.omnigraph.core.serving;

import org.jspecify.annotations.NullMarked;
