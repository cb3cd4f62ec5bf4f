package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.RevisionText;
import java.util.Optional;
import java.util.function.Function;

/** Checks the names of branches, tags and states on command lines. */
final class CheckedNames {

  private CheckedNames() {}

  /**
   * A name without surrounding blanks.
   *
   * @throws CommandFailure when it cannot be that of a branch
   */
  static String branch(String name) {
    return branch(name, BranchNames::problem);
  }

  /**
   * A name without surrounding blanks.
   *
   * @param rule says what is wrong with a name
   * @throws CommandFailure when something is
   */
  static String branch(String name, Function<String, Optional<String>> rule) {
    String branch = name.strip();
    rule.apply(branch)
        .ifPresent(problem -> {
          throw CommandFailure.failed(problem);
        });
    return branch;
  }

  /**
   * The state that a text names.
   *
   * @throws CommandFailure when it cannot be understood
   */
  static ReadTarget revision(String text) {
    return RevisionText.read(text)
        .orElseThrow(() -> CommandFailure.failed(RevisionText.problem(text)));
  }
}
