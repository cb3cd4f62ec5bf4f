package io.omnigraph.schema.migration;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.schema.canonical.CatalogJsonReader;
import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.migration.MigrationStep.AddConstraint;
import io.omnigraph.schema.migration.MigrationStep.AddProperty;
import io.omnigraph.schema.migration.MigrationStep.AddType;
import io.omnigraph.schema.migration.MigrationStep.ChangeCardinality;
import io.omnigraph.schema.migration.MigrationStep.ChangeInterfaces;
import io.omnigraph.schema.migration.MigrationStep.ChangePropertyType;
import io.omnigraph.schema.migration.MigrationStep.DropConstraint;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.schema.migration.MigrationStep.DropProperty;
import io.omnigraph.schema.migration.MigrationStep.DropType;
import io.omnigraph.schema.migration.MigrationStep.RenameProperty;
import io.omnigraph.schema.migration.MigrationStep.RenameType;
import io.omnigraph.schema.migration.MigrationStep.TypeKind;
import io.omnigraph.schema.migration.MigrationStep.UnsupportedChange;
import io.omnigraph.schema.migration.MigrationStep.UpdatePropertyMetadata;
import io.omnigraph.schema.migration.MigrationStep.UpdateTypeMetadata;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what {@link MigrationJson} writes.
 *
 * <p>Every method throws {@link IllegalArgumentException} for anything else; the message says what
 * was expected.
 */
public final class MigrationJsonReader {

  private MigrationJsonReader() {}

  /** Reads a list of steps. */
  public static List<MigrationStep> steps(JsonNode json) {
    return json.valueStream().map(MigrationJsonReader::step).toList();
  }

  /** Reads a step. */
  public static MigrationStep step(JsonNode json) {
    return switch (text(json, "kind")) {
      case "add_type" -> new AddType(kind(json), text(json, "name"));
      case "rename_type" -> new RenameType(kind(json), text(json, "from"), text(json, "to"));
      case "add_property" ->
          new AddProperty(
              kind(json),
              type(json),
              property(json),
              CatalogJsonReader.type(json.path("property_type")),
              json.path("default").textValue());
      case "change_property_type" ->
          new ChangePropertyType(
              kind(json),
              type(json),
              property(json),
              CatalogJsonReader.type(json.path("from")),
              CatalogJsonReader.type(json.path("to")));
      case "rename_property" ->
          new RenameProperty(kind(json), type(json), text(json, "from"), text(json, "to"));
      case "add_constraint" -> new AddConstraint(kind(json), type(json), constraint(json));
      case "drop_constraint" -> new DropConstraint(kind(json), type(json), constraint(json));
      case "change_cardinality" ->
          new ChangeCardinality(
              type(json),
              CatalogJsonReader.cardinality(json.path("from")),
              CatalogJsonReader.cardinality(json.path("to")));
      case "change_interfaces" ->
          new ChangeInterfaces(
              type(json), json.path("implements").valueStream().map(JsonNode::asText).toList());
      case "update_type_metadata" ->
          new UpdateTypeMetadata(kind(json), text(json, "name"), annotations(json));
      case "update_property_metadata" ->
          new UpdatePropertyMetadata(kind(json), type(json), property(json), annotations(json));
      case "drop_type" -> new DropType(kind(json), text(json, "name"), mode(json));
      case "drop_property" -> new DropProperty(kind(json), type(json), property(json), mode(json));
      case "unsupported_change" ->
          new UnsupportedChange(
              text(json, "entity"), text(json, "reason"), json.path("code").textValue());
      default ->
          throw new IllegalArgumentException(
              "expected a migration step, found `" + text(json, "kind") + "`");
    };
  }

  private static String type(JsonNode json) {
    return text(json, "type_name");
  }

  private static String property(JsonNode json) {
    return text(json, "property_name");
  }

  private static Constraint constraint(JsonNode json) {
    return CatalogJsonReader.constraint(json.path("constraint"));
  }

  private static List<Annotation> annotations(JsonNode json) {
    return CatalogJsonReader.annotations(json.path("annotations"));
  }

  private static TypeKind kind(JsonNode json) {
    return word(TypeKind.values(), TypeKind::word, text(json, "type_kind"));
  }

  private static DropMode mode(JsonNode json) {
    return word(DropMode.values(), DropMode::word, text(json, "mode"));
  }

  private static <E> E word(E[] values, Function<E, String> word, String written) {
    return Arrays.stream(values)
        .filter(value -> word.apply(value).equals(written))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "expected one of %s, found `%s`"
                    .formatted(Arrays.stream(values).map(word).toList(), written)));
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("expected a text at `" + field + "` of a migration step");
    }
    return value.textValue();
  }
}
