package io.omnigraph.graph.command;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.graph.BranchNames;

/** Checks the branch names of command lines. */
final class Branches {

  private Branches() {}

  /**
   * A name without surrounding blanks.
   *
   * @throws CommandFailure when it cannot be that of a branch
   */
  static String checked(String name) {
    String branch = name.strip();
    BranchNames.problem(branch)
        .ifPresent(problem -> {
          throw CommandFailure.failed(problem);
        });
    return branch;
  }
}
