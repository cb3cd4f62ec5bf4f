/**
 * The language of policy bundles: reading a YAML file into a {@link
 * io.omnigraph.plugin.policy.bundle.PolicyBundle}, and everything that can be wrong with one. Pure
 * text work; decisions are made elsewhere.
 */
@NullMarked
package io.omnigraph.plugin.policy.bundle;

import org.jspecify.annotations.NullMarked;
