package io.omnigraph.schema.migration;

import io.omnigraph.schema.migration.MigrationStep.UnsupportedChange;
import java.util.List;
import java.util.Optional;

/**
 * What giving a live graph another schema would do. Steps that stored rows stand against are
 * unsupported changes in it.
 *
 * @param migration of branch {@code main}
 * @param branches the other branches, by name
 */
public record SchemaPlan(Migration migration, List<BranchPlan> branches) {

  public SchemaPlan {
    branches = List.copyOf(branches);
  }

  /** Whether an apply would go through. */
  public boolean isSupported() {
    return refusal().isEmpty();
  }

  /**
   * Why an apply would be refused; empty when it would not. {@code main} comes before the others.
   */
  public Optional<String> refusal() {
    return mainRefusal().or(this::branchRefusal);
  }

  /** Why {@code main} cannot be migrated. */
  public Optional<String> mainRefusal() {
    return migration.firstUnsupported().map(UnsupportedChange::refusal);
  }

  /** Why some other branch cannot be carried over: the first one by name. */
  public Optional<String> branchRefusal() {
    return branches.stream()
        .flatMap(branch -> branch.refusal().stream())
        .findFirst()
        .map(reason -> "[" + LintCode.BRANCH_LEFT_BEHIND.code() + "] " + reason);
  }

  /**
   * What would become of a branch.
   *
   * @param name of the branch
   * @param migration from the schema that the branch has; without steps when it has the desired one
   */
  public record BranchPlan(String name, Migration migration) {

    /** Why the branch cannot be carried over; empty when it can. */
    public Optional<String> refusal() {
      return migration
          .firstUnsupported()
          .map(change ->
              "branch '%s' cannot be carried over: %s; mend, merge or delete the branch first"
                  .formatted(name, change.refusal()));
    }

    /** The word for it in JSON: {@code carried}, {@code unchanged} or {@code refused}. */
    public String outcome() {
      if (migration.steps().isEmpty()) {
        return "unchanged";
      }
      return migration.isSupported() ? "carried" : "refused";
    }
  }
}
