/** A kind of resource that no part of the product knows, as a third party would write it. */
@NullMarked
package io.omnigraph.cli.extension;

import org.jspecify.annotations.NullMarked;
