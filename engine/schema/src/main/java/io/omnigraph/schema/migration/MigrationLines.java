package io.omnigraph.schema.migration;

import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.Constraint.Bound;
import io.omnigraph.schema.catalog.GraphType.Cardinality;
import io.omnigraph.schema.migration.MigrationStep.AddConstraint;
import io.omnigraph.schema.migration.MigrationStep.AddProperty;
import io.omnigraph.schema.migration.MigrationStep.AddType;
import io.omnigraph.schema.migration.MigrationStep.ChangeCardinality;
import io.omnigraph.schema.migration.MigrationStep.ChangeInterfaces;
import io.omnigraph.schema.migration.MigrationStep.ChangePropertyType;
import io.omnigraph.schema.migration.MigrationStep.DropConstraint;
import io.omnigraph.schema.migration.MigrationStep.DropProperty;
import io.omnigraph.schema.migration.MigrationStep.DropType;
import io.omnigraph.schema.migration.MigrationStep.RenameProperty;
import io.omnigraph.schema.migration.MigrationStep.RenameType;
import io.omnigraph.schema.migration.MigrationStep.TypeKind;
import io.omnigraph.schema.migration.MigrationStep.UnsupportedChange;
import io.omnigraph.schema.migration.MigrationStep.UpdatePropertyMetadata;
import io.omnigraph.schema.migration.MigrationStep.UpdateTypeMetadata;
import io.omnigraph.values.PropertyType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes migrations for people, one step a line. */
public final class MigrationLines {

  private static final String NO_CHANGES = "no schema changes";

  private MigrationLines() {}

  /** Whole sentences, as {@code schema plan} and {@code schema apply} print them. */
  public static List<String> sentences(List<MigrationStep> steps) {
    return steps.isEmpty()
        ? List.of(NO_CHANGES)
        : steps.stream().map(step -> "- " + sentence(step)).toList();
  }

  /** Terse lines, as {@code cluster plan} prints them below a change. */
  public static List<String> terse(Migration migration) {
    List<String> lines = new ArrayList<>();
    if (migration.steps().isEmpty()) {
      lines.add(NO_CHANGES);
    }
    if (!migration.isSupported()) {
      lines.add("migration UNSUPPORTED:");
    }
    migration.steps().forEach(step -> lines.add(terse(step)));
    return lines;
  }

  private static String sentence(MigrationStep step) {
    return switch (step) {
      case AddType(var kind, var name) -> "add %s type '%s'".formatted(kind.word(), name);
      case RenameType(var kind, var from, var to) ->
          "rename %s type '%s' -> '%s'".formatted(kind.word(), from, to);
      case AddProperty(var kind, var type, var name, var propertyType, var fill) ->
          "add property '%s.%s' (%s)%s on %s '%s'"
              .formatted(type, name, shown(propertyType), filled(fill), kind.word(), type);
      case ChangePropertyType(var kind, var type, var name, var from, var to) ->
          "change property type of '%s.%s' (%s -> %s) on %s '%s'"
              .formatted(type, name, shown(from), shown(to), kind.word(), type);
      case RenameProperty(var kind, var type, var from, var to) ->
          "rename property '%s.%s' -> '%s.%s' on %s '%s'"
              .formatted(type, from, type, to, kind.word(), type);
      case AddConstraint(var kind, var type, var constraint) ->
          "add constraint %s on %s '%s'".formatted(shown(constraint), kind.word(), type);
      case DropConstraint(var kind, var type, var constraint) ->
          "drop constraint %s of %s '%s'".formatted(shown(constraint), kind.word(), type);
      case ChangeCardinality(var type, var from, var to) ->
          "change cardinality of edge '%s' (%s -> %s)".formatted(type, shown(from), shown(to));
      case ChangeInterfaces(var type, var implemented) ->
          "change interfaces of node '%s' (%s)".formatted(type, listed(implemented));
      case UpdateTypeMetadata(var kind, var name, var annotations) ->
          "update metadata on %s '%s' (%s)".formatted(kind.word(), name, shown(annotations));
      case UpdatePropertyMetadata(var kind, var type, var name, var annotations) ->
          "update metadata on property '%s.%s' of %s '%s' (%s)"
              .formatted(type, name, kind.word(), type, shown(annotations));
      case DropType(var kind, var name, var mode) ->
          "drop %s type '%s' (%s mode)".formatted(kind.word(), name, mode.word());
      case DropProperty(var kind, var type, var name, var mode) ->
          "drop property '%s.%s' of %s '%s' (%s mode)"
              .formatted(type, name, kind.word(), type, mode.word());
      case UnsupportedChange(var entity, var reason, var code) ->
          "unsupported change on %s%s: %s".formatted(entity, withTier(code), reason);
    };
  }

  private static String withTier(@Nullable String code) {
    if (code == null) {
      return "";
    }
    String tier = LintCode.of(code).map(known -> ", " + known.tier().word()).orElse("");
    return " [" + code + tier + "]";
  }

  private static String terse(MigrationStep step) {
    return switch (step) {
      case AddType(var kind, var name) -> "add_type %s %s".formatted(kind.word(), name);
      case RenameType(var kind, var from, var to) ->
          "rename_type %s %s -> %s".formatted(kind.word(), from, to);
      case AddProperty(var kind, var type, var name, var propertyType, var fill) ->
          "add_property %s.%s (%s)%s"
              .formatted(owner(kind, type), name, shown(propertyType), filled(fill));
      case ChangePropertyType(var kind, var type, var name, var from, var to) ->
          "change_property_type %s.%s (%s -> %s)"
              .formatted(owner(kind, type), name, shown(from), shown(to));
      case RenameProperty(var kind, var type, var from, var to) ->
          "rename_property %s.%s -> %s".formatted(owner(kind, type), from, to);
      case AddConstraint(var kind, var type, var constraint) ->
          "add_constraint %s %s".formatted(owner(kind, type), shown(constraint));
      case DropConstraint(var kind, var type, var constraint) ->
          "drop_constraint %s %s".formatted(owner(kind, type), shown(constraint));
      case ChangeCardinality(var type, var from, var to) ->
          "change_cardinality %s (%s -> %s)"
              .formatted(owner(TypeKind.EDGE, type), shown(from), shown(to));
      case ChangeInterfaces(var type, var implemented) ->
          "change_interfaces %s (%s)".formatted(owner(TypeKind.NODE, type), listed(implemented));
      case UpdateTypeMetadata(var kind, var name, var annotations) ->
          "update_type_metadata %s (%s)".formatted(owner(kind, name), shown(annotations));
      case UpdatePropertyMetadata(var kind, var type, var name, var annotations) ->
          "update_property_metadata %s.%s (%s)"
              .formatted(owner(kind, type), name, shown(annotations));
      case DropType(var kind, var name, var mode) ->
          "drop_type %s %s [%s]".formatted(kind.word(), name, mode.word());
      case DropProperty(var kind, var type, var name, var mode) ->
          "drop_property %s.%s [%s]".formatted(owner(kind, type), name, mode.word());
      case UnsupportedChange(_, var reason, var code) ->
          "unsupported: " + reason + (code == null ? "" : " [" + code + "]");
    };
  }

  /** Nodes are what schemas mostly consist of; the word is said for everything else. */
  private static String owner(TypeKind kind, String type) {
    return kind == TypeKind.NODE ? type : kind.word() + " " + type;
  }

  private static String filled(@Nullable String fill) {
    return fill == null ? "" : " filled with '" + fill + "'";
  }

  private static String listed(List<String> implemented) {
    return implemented.isEmpty() ? "none" : String.join(", ", implemented);
  }

  private static String shown(Cardinality cardinality) {
    return cardinality.min() + ".." + (cardinality.isBounded() ? cardinality.max() : "");
  }

  private static String shown(PropertyType type) {
    return type.isEnum()
        ? "Enum(%s)%s".formatted(String.join("|", type.enumValues()), type.isNullable() ? "?" : "")
        : type.display();
  }

  private static String shown(List<Annotation> annotations) {
    return annotations.isEmpty()
        ? "none"
        : annotations.stream()
            .map(a -> "@" + a.name() + (a.value() == null ? "" : "(" + a.value() + ")"))
            .collect(Collectors.joining(", "));
  }

  private static String shown(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Key(var columns) -> "@key(" + String.join(", ", columns) + ")";
      case Constraint.Unique(var columns) -> "@unique(" + String.join(", ", columns) + ")";
      case Constraint.Index(var columns) -> "@index(" + String.join(", ", columns) + ")";
      case Constraint.Range(var property, var min, var max) ->
          "@range(%s, %s..%s)".formatted(property, shown(min), shown(max));
      case Constraint.Check(var property, var pattern) ->
          "@check(%s, \"%s\")".formatted(property, pattern);
    };
  }

  private static String shown(@Nullable Bound bound) {
    return switch (bound) {
      case null -> "";
      case Bound.Whole(var number) -> Long.toString(number);
      case Bound.Decimal(var number) -> Double.toString(number);
    };
  }
}
