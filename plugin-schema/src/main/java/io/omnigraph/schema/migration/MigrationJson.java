package io.omnigraph.schema.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.json.Json;
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

/** Writes migrations as JSON (schema-language specification, section 12.1). */
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
      case AddProperty(var kind, var type, var name, var propertyType, var fill) -> {
        ObjectNode json =
            object("add_property", kind).put("type_name", type).put("property_name", name);
        json.set("property_type", CatalogJson.type(propertyType));
        yield fill == null ? json : json.put("default", fill);
      }
      case ChangePropertyType(var kind, var type, var name, var from, var to) -> {
        ObjectNode json =
            object("change_property_type", kind).put("type_name", type).put("property_name", name);
        json.set("from", CatalogJson.type(from));
        json.set("to", CatalogJson.type(to));
        yield json;
      }
      case RenameProperty(var kind, var type, var from, var to) ->
          object("rename_property", kind).put("type_name", type).put("from", from).put("to", to);
      case AddConstraint(var kind, var type, var constraint) -> {
        ObjectNode json = object("add_constraint", kind).put("type_name", type);
        json.set("constraint", CatalogJson.constraint(constraint));
        yield json;
      }
      case DropConstraint(var kind, var type, var constraint) -> {
        ObjectNode json = object("drop_constraint", kind).put("type_name", type);
        json.set("constraint", CatalogJson.constraint(constraint));
        yield json;
      }
      case ChangeCardinality(var type, var from, var to) -> {
        ObjectNode json = object("change_cardinality", TypeKind.EDGE).put("type_name", type);
        json.set("from", CatalogJson.cardinality(from));
        json.set("to", CatalogJson.cardinality(to));
        yield json;
      }
      case ChangeInterfaces(var type, var implemented) -> {
        ObjectNode json = object("change_interfaces", TypeKind.NODE).put("type_name", type);
        implemented.forEach(json.putArray("implements")::add);
        yield json;
      }
      case UpdateTypeMetadata(var kind, var name, var annotations) -> {
        ObjectNode json = object("update_type_metadata", kind).put("name", name);
        json.set("annotations", CatalogJson.annotations(annotations));
        yield json;
      }
      case UpdatePropertyMetadata(var kind, var type, var name, var annotations) -> {
        ObjectNode json =
            object("update_property_metadata", kind)
                .put("type_name", type)
                .put("property_name", name);
        json.set("annotations", CatalogJson.annotations(annotations));
        yield json;
      }
      case DropType(var kind, var name, var mode) ->
          object("drop_type", kind).put("name", name).put("mode", mode.word());
      case DropProperty(var kind, var type, var name, var mode) ->
          object("drop_property", kind)
              .put("type_name", type)
              .put("property_name", name)
              .put("mode", mode.word());
      case UnsupportedChange change -> unsupported(change);
    };
  }

  private static ObjectNode unsupported(UnsupportedChange change) {
    ObjectNode json =
        Json.object()
            .put("kind", "unsupported_change")
            .put("entity", change.entity())
            .put("reason", change.reason());
    return change.code() == null ? json : json.put("code", change.code());
  }

  private static ObjectNode object(String step, TypeKind kind) {
    return Json.object().put("kind", step).put("type_kind", kind.word());
  }
}
