package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.snapshot.ReadTarget;

/**
 * Who may read the states of a graph. A state is judged by its branch. Whoever names a branch is
 * told by its name alone, so that the answer does not depend on whether there is one. Whoever names
 * a commit or a tag that they may not read gets the answer for one that does not exist.
 */
public final class States {

  private States() {}

  /**
   * The decision that reading a state needs.
   *
   * @throws NoSuchTargetException when it names a commit or a tag that does not exist
   */
  public static Access.Check reading(ServedGraph served, ReadTarget target) {
    return switch (target) {
      case ReadTarget.Branch(var name) -> onBranch(served, name);
      case ReadTarget.AtTime(var name, _) -> onBranch(served, name);
      case ReadTarget.AtCommit(var id) ->
          onBranch(served, served.graph().commit(target).branch())
              .hiddenBehind(Problem.notFound("commit '" + id + "' not found"));
      case ReadTarget.Tag(var name) ->
          onBranch(served, served.graph().commit(target).branch())
              .hiddenBehind(Problem.notFound("tag '" + name + "' not found"));
    };
  }

  private static Access.Check onBranch(ServedGraph served, String branch) {
    return Access.Check.onBranch("read", served.address(), branch);
  }
}
