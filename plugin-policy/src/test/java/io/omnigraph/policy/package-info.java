/** Tests of the policy plugin. */
@NullMarked
package io.omnigraph.policy;

import org.jspecify.annotations.NullMarked;
