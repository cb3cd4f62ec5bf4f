/**
 * The control side of a plugin: what a kind of resource is, how it is declared, compared, planned,
 * applied, recovered after a crash and observed. The core knows resources through these types only.
 */
@NullMarked
package io.omnigraph.api.kind;

import org.jspecify.annotations.NullMarked;
