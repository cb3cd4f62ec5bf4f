/**
 * Lance, and nothing else: its native library, datasets, fragments and files. Arrow's and Lance's
 * types do not leave this package.
 *
 * <p>Versions are written detached: Lance's own line of versions stays at the empty first one, and
 * the graph's commits say which versions count. Nothing here decides what is visible.
 */
@NullMarked
package io.omnigraph.store.lance;

import org.jspecify.annotations.NullMarked;
