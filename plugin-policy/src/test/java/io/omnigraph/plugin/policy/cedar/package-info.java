/** Tests of decisions. */
@NullMarked
package io.omnigraph.plugin.policy.cedar;

import org.jspecify.annotations.NullMarked;
