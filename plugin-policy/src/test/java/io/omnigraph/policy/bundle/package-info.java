/** Tests of the bundle language. */
@NullMarked
package io.omnigraph.policy.bundle;

import org.jspecify.annotations.NullMarked;
