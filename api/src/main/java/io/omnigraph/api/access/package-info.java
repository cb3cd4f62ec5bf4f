/** Who may write to a graph that a process opens itself. */
@NullMarked
package io.omnigraph.api.access;

import org.jspecify.annotations.NullMarked;
