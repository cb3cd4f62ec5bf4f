package io.omnigraph.ground;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The grammar of branch names (docs/reference/graph-engine.md §5.2), for whoever makes branches and
 * for whoever only names them.
 */
public final class BranchGrammar {

  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{Nd}._-]+(?:/[\\p{L}\\p{Nd}._-]+)*");
  private static final String INTERNAL = "__schema_apply_lock__";

  private BranchGrammar() {}

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
}
