package io.omnigraph.graph;

import io.omnigraph.ground.BranchGrammar;
import io.omnigraph.ground.FileNames;
import java.util.Optional;

/** Which names branches of a graph may have. */
public final class BranchNames {

  /** The branch that every graph has. */
  public static final String MAIN = "main";

  private BranchNames() {}

  /**
   * What is wrong with a name, whose surrounding blanks were taken off; empty when it may name a
   * branch.
   */
  public static Optional<String> problem(String name) {
    return BranchGrammar.problem(name).or(() -> FileNames.problem(name));
  }

  /** What is wrong with a name for a new branch; empty when it may name one. */
  public static Optional<String> problemOfNew(String name) {
    return name.equals(MAIN)
        ? Optional.of("cannot create branch 'main': every graph has it")
        : problem(name);
  }

  /** Why a branch may not be deleted or renamed, whatever its state; empty when it may. */
  public static Optional<String> problemOfRemoval(String name) {
    return name.equals(MAIN)
        ? Optional.of("cannot delete branch 'main': every graph has it")
        : problem(name);
  }
}
