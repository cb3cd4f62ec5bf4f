package io.omnigraph.plugin.policy.bundle;

import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule: a group may do some actions.
 *
 * @param id as written
 * @param group that it is for
 * @param actions in the order of the file
 * @param actionsSpan where the list of actions begins
 * @param branchScope limits the branch that is acted on; absent for no limit
 * @param targetBranchScope limits the target branch; absent for no limit
 */
public record Rule(
    Located<String> id,
    Located<String> group,
    List<Located<Action>> actions,
    SourceSpan actionsSpan,
    @Nullable Located<Scope> branchScope,
    @Nullable Located<Scope> targetBranchScope) {

  public Rule {
    actions = List.copyOf(actions);
  }
}
