package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.access.Action;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * Work that reads several states. Branches are judged first; of the commits and tags the first
   * that is missing, or may not be read, answers, so that nothing tells the one from the other.
   */
  public static <O> Prepared<O> reading(
      ServedGraph served, List<ReadTarget> targets, Prepared.Work<O> work) {
    List<Access.Check> ofBranches = new ArrayList<>();
    List<Access.Check> ofOthers = new ArrayList<>();
    NoSuchTargetException missing = null;
    for (ReadTarget target : targets) {
      switch (target) {
        case ReadTarget.Branch _, ReadTarget.AtTime _ -> ofBranches.add(reading(served, target));
        case ReadTarget.AtCommit _, ReadTarget.Tag _ -> {
          if (missing == null) {
            try {
              ofOthers.add(reading(served, target));
            } catch (NoSuchTargetException e) {
              missing = e;
            }
          }
        }
      }
    }
    List<Access.Check> checks = new ArrayList<>(ofBranches);
    checks.addAll(ofOthers);
    NoSuchTargetException told = missing;
    return new Prepared.Ready<>(
        checks,
        () -> {
          if (told != null) {
            throw told;
          }
          return work.run();
        });
  }

  private static Access.Check onBranch(ServedGraph served, String branch) {
    return Access.Check.onBranch(Action.READ, served.address(), branch);
  }
}
