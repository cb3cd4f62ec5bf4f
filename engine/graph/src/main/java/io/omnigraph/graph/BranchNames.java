package io.omnigraph.graph;

import java.util.Optional;
import java.util.regex.Pattern;

/** The grammar of branch names (graph-engine specification, section 5.2). */
public final class BranchNames {

  /** The branch that every graph has. */
  public static final String MAIN = "main";

  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{Nd}._-]+(?:/[\\p{L}\\p{Nd}._-]+)*");
  private static final String INTERNAL = "__schema_apply_lock__";

  private BranchNames() {}

  /**
   * What is wrong with a name, whose surrounding blanks were taken off; empty when it may name a
   * branch.
   */
  public static Optional<String> problem(String name) {
    if (name.replaceFirst("^/+", "").equals(INTERNAL)) {
      return Optional.of("the branch name `" + name + "` is an internal system ref");
    }
    boolean isSound =
        NAME.matcher(name).matches() && !name.contains("..") && !name.endsWith(".lock");
    return isSound
        ? Optional.empty()
        : Optional.of(
            "`"
                + name
                + "` is not a branch name: expected letters, digits, `.`, `-` and `_`, in parts"
                + " joined by `/`");
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
