/**
 * The serving side of a plugin: services and HTTP routes as plain values, made from applied
 * resources. Nothing here knows which HTTP server runs them.
 */
@NullMarked
package io.omnigraph.api.serving;

import org.jspecify.annotations.NullMarked;
