package io.omnigraph.plugin.policy.cedar;

import org.jspecify.annotations.Nullable;

/**
 * May somebody do something?
 *
 * @param actor as authenticated
 * @param action the word for it; a word that bundles do not know is granted by none
 * @param branch that is acted on; absent when none is
 * @param targetBranch that is the target; absent when none is
 */
public record Question(
    String actor, String action, @Nullable String branch, @Nullable String targetBranch) {}
