/** Tests of the policy plugin. */
@NullMarked
package io.omnigraph.plugin.policy;

import org.jspecify.annotations.NullMarked;
