/** What the commands say of everything that can go wrong with a graph. */
@NullMarked
package io.omnigraph.cli.failures;

import org.jspecify.annotations.NullMarked;
