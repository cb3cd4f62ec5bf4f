package io.omnigraph.plugin.query.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.execute.result.QueryTarget;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.RevisionText;
import io.omnigraph.ground.access.Action;
import io.omnigraph.plugin.graph.serving.ServedGraph;
import io.omnigraph.plugin.graph.serving.States;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The branch or commit that a request names.
 *
 * @param branch as it was written; absent for {@code main}
 * @param snapshot id of a commit; absent for the head of the branch
 */
record Where(@Nullable String branch, @Nullable String snapshot) {

  /** What keeps it from being a place in a graph; empty when nothing does. */
  Optional<Problem> problem() {
    if (branch != null && snapshot != null) {
      return Optional.of(Problem.badRequest("`branch` and `snapshot` exclude each other"));
    }
    return BranchNames.problem(branchName()).map(Problem::badRequest);
  }

  /** The branch, without surrounding blanks. */
  String branchName() {
    return branch == null ? BranchNames.MAIN : branch.strip();
  }

  /** What is read. */
  QueryTarget target() {
    return snapshot == null ? QueryTarget.branch(branchName()) : QueryTarget.snapshot(snapshot);
  }

  /**
   * The decision that a read needs.
   *
   * @throws NoSuchTargetException when it names a state that does not exist
   */
  Access.Check reading(ServedGraph graph) {
    return States.reading(
        graph,
        snapshot == null ? new ReadTarget.Branch(branchName()) : RevisionText.past(snapshot));
  }

  /** The decision that a mutation needs. */
  Access.Check changing(ServedGraph graph) {
    return Access.Check.onBranch(Action.CHANGE, graph.address(), branchName());
  }
}
