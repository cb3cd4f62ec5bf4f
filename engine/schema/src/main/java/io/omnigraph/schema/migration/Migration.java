package io.omnigraph.schema.migration;

import io.omnigraph.schema.migration.MigrationStep.DropMode;
import java.util.List;
import java.util.Optional;

/**
 * What it takes to get from the accepted schema to the desired one.
 *
 * @param steps in the order of docs/reference/schema-language.md §12.2; empty when the schemas are
 *     the same
 */
public record Migration(List<MigrationStep> steps) {

  public Migration {
    steps = List.copyOf(steps);
  }

  /** Whether every step can be done. */
  public boolean isSupported() {
    return firstUnsupported().isEmpty();
  }

  /** The first step that cannot be done. */
  public Optional<MigrationStep.UnsupportedChange> firstUnsupported() {
    return steps.stream()
        .filter(MigrationStep.UnsupportedChange.class::isInstance)
        .map(MigrationStep.UnsupportedChange.class::cast)
        .findFirst();
  }

  /** The same migration, whose drops are all of this mode. */
  public Migration dropping(DropMode mode) {
    return new Migration(steps.stream().map(step -> dropping(step, mode)).toList());
  }

  private static MigrationStep dropping(MigrationStep step, DropMode mode) {
    return switch (step) {
      case MigrationStep.DropType(var kind, var name, _) ->
          new MigrationStep.DropType(kind, name, mode);
      case MigrationStep.DropProperty(var kind, var type, var name, _) ->
          new MigrationStep.DropProperty(kind, type, name, mode);
      case MigrationStep.AddType _,
          MigrationStep.RenameType _,
          MigrationStep.AddProperty _,
          MigrationStep.ChangePropertyType _,
          MigrationStep.RenameProperty _,
          MigrationStep.AddConstraint _,
          MigrationStep.DropConstraint _,
          MigrationStep.ChangeCardinality _,
          MigrationStep.ChangeInterfaces _,
          MigrationStep.UpdateTypeMetadata _,
          MigrationStep.UpdatePropertyMetadata _,
          MigrationStep.UnsupportedChange _ ->
          step;
    };
  }
}
