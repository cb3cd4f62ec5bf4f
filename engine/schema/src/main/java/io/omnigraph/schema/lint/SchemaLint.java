package io.omnigraph.schema.lint;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.lint.Finding.Severity;
import io.omnigraph.schema.migration.LintCode;
import io.omnigraph.schema.migration.MigrationStep;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.schema.migration.MigrationStep.TypeKind;
import io.omnigraph.schema.migration.SchemaPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong or doubtful with a schema. */
public final class SchemaLint {

  private SchemaLint() {}

  /** What is found in a source by itself, errors first. */
  public static List<Finding> source(SourceText source) {
    SchemaCompiler.Result compiled = SchemaCompiler.compile(source);
    if (compiled.schema().isEmpty()) {
      return compiled.problems().stream()
          .map(p -> new Finding(Severity.ERROR, "S000", p.sentence(), p.span()))
          .toList();
    }
    return SourceRules.check(source).stream().sorted(Finding.ORDER).toList();
  }

  /** What is found when a live graph is to get the schema, errors first. */
  public static List<Finding> plan(SchemaPlan plan) {
    List<Finding> findings = new ArrayList<>();
    plan.migration().steps().forEach(step -> step(step).ifPresent(findings::add));
    plan.branches().stream()
        .flatMap(branch -> branch.refusal().stream())
        .map(reason -> error(LintCode.BRANCH_LEFT_BEHIND.code(), reason))
        .forEach(findings::add);
    return findings.stream().sorted(Finding.ORDER).toList();
  }

  private static Optional<Finding> step(MigrationStep step) {
    return switch (step) {
      case MigrationStep.UnsupportedChange(_, var reason, var code) ->
          Optional.of(error(code == null ? "S200" : code, reason));
      case MigrationStep.DropType(var kind, var name, var mode) when kind != TypeKind.INTERFACE ->
          Optional.of(dropped("the rows of the %s type `%s`".formatted(kind.word(), name), mode));
      case MigrationStep.DropProperty(var kind, var type, var name, var mode)
          when kind != TypeKind.INTERFACE ->
          Optional.of(dropped("the values of `%s.%s`".formatted(type, name), mode));
      default -> Optional.empty();
    };
  }

  private static Finding error(String code, String message) {
    return new Finding(Severity.ERROR, code, message, null);
  }

  private static Finding dropped(String what, DropMode mode) {
    String fate =
        switch (mode) {
          case SOFT -> " are left to earlier commits";
          case HARD -> " are destroyed";
        };
    return new Finding(Severity.WARNING, "S201", what + fate, null);
  }
}
