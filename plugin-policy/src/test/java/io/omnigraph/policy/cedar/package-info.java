/** Tests of decisions. */
@NullMarked
package io.omnigraph.policy.cedar;

import org.jspecify.annotations.NullMarked;
