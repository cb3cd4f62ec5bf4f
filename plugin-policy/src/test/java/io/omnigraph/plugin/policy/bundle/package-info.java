/** Tests of the bundle language. */
@NullMarked
package io.omnigraph.plugin.policy.bundle;

import org.jspecify.annotations.NullMarked;
