/**
 * The tree that a cluster's configuration is read into, and the words in which a kind describes the
 * keys it owns.
 */
@NullMarked
package io.omnigraph.api.config;

import org.jspecify.annotations.NullMarked;
