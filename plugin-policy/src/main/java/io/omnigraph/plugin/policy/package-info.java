/**
 * Policy bundles as a plugin: the kind {@code policy} of {@code cluster.yaml}, and the serving side
 * that answers who may do what. The language of bundles is below in {@code bundle}, the decisions
 * in {@code cedar}.
 */
@NullMarked
package io.omnigraph.plugin.policy;

import org.jspecify.annotations.NullMarked;
