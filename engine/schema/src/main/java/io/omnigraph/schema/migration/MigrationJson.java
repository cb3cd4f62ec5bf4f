package io.omnigraph.schema.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.json.Json;
import io.omnigraph.schema.canonical.CatalogJson;
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
import java.util.List;

/** Writes migrations as JSON (docs/reference/schema-language.md §12.1). */
public final class MigrationJson {

  private MigrationJson() {}

  /** A migration: {@code supported} and {@code steps}. */
  public static ObjectNode write(Migration migration) {
    ObjectNode json = Json.object().put("supported", migration.isSupported());
    json.set("steps", steps(migration.steps()));
    return json;
  }

  /** Steps as a list. */
  public static ArrayNode steps(List<MigrationStep> steps) {
    ArrayNode json = Json.mapper().createArrayNode();
    steps.forEach(step -> json.add(step(step)));
    return json;
  }

  /** A step: {@code kind}, then its fields. */
  public static ObjectNode step(MigrationStep step) {
    return switch (step) {
      case AddType(var kind, var name) -> object("add_type", kind).put("name", name);
      case RenameType(var kind, var from, var to) ->
          object("rename_type", kind).put("from", from).put("to", to);
      case AddProperty add -> added(add);
      case ChangePropertyType change -> changed(change);
      case RenameProperty(var kind, var type, var from, var to) ->
          of("rename_property", kind, type).put("from", from).put("to", to);
      case AddConstraint(var kind, var type, var constraint) ->
          with(of("add_constraint", kind, type), "constraint", CatalogJson.constraint(constraint));
      case DropConstraint(var kind, var type, var constraint) ->
          with(of("drop_constraint", kind, type), "constraint", CatalogJson.constraint(constraint));
      case ChangeCardinality(var type, var from, var to) -> {
        ObjectNode json = of("change_cardinality", TypeKind.EDGE, type);
        with(json, "from", CatalogJson.cardinality(from));
        yield with(json, "to", CatalogJson.cardinality(to));
      }
      case ChangeInterfaces(var type, var implemented) -> {
        ObjectNode json = of("change_interfaces", TypeKind.NODE, type);
        implemented.forEach(json.putArray("implements")::add);
        yield json;
      }
      case UpdateTypeMetadata(var kind, var name, var annotations) ->
          with(
              object("update_type_metadata", kind).put("name", name),
              "annotations",
              CatalogJson.annotations(annotations));
      case UpdatePropertyMetadata(var kind, var type, var name, var annotations) ->
          with(
              of("update_property_metadata", kind, type).put("property_name", name),
              "annotations",
              CatalogJson.annotations(annotations));
      case DropType(var kind, var name, var mode) ->
          object("drop_type", kind).put("name", name).put("mode", mode.word());
      case DropProperty(var kind, var type, var name, var mode) ->
          of("drop_property", kind, type).put("property_name", name).put("mode", mode.word());
      case UnsupportedChange change -> unsupported(change);
    };
  }

  private static ObjectNode added(AddProperty step) {
    ObjectNode json =
        of("add_property", step.typeKind(), step.typeName())
            .put("property_name", step.propertyName());
    with(json, "property_type", CatalogJson.type(step.propertyType()));
    return step.fill() == null ? json : json.put("default", step.fill());
  }

  private static ObjectNode changed(ChangePropertyType step) {
    ObjectNode json =
        of("change_property_type", step.typeKind(), step.typeName())
            .put("property_name", step.propertyName());
    with(json, "from", CatalogJson.type(step.from()));
    return with(json, "to", CatalogJson.type(step.to()));
  }

  private static ObjectNode unsupported(UnsupportedChange change) {
    ObjectNode json =
        Json.object()
            .put("kind", "unsupported_change")
            .put("entity", change.entity())
            .put("reason", change.reason());
    return change.code() == null ? json : json.put("code", change.code());
  }

  private static ObjectNode with(ObjectNode json, String field, JsonNode value) {
    json.set(field, value);
    return json;
  }

  private static ObjectNode of(String step, TypeKind kind, String type) {
    return object(step, kind).put("type_name", type);
  }

  private static ObjectNode object(String step, TypeKind kind) {
    return Json.object().put("kind", step).put("type_kind", kind.word());
  }
}
