package io.omnigraph.schema.canonical;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.InterfaceType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.Schema;
import java.util.List;

/**
 * A schema in canonical form: two sources mean the same schema if and only if their forms are
 * equal.
 *
 * @param schema everything sorted by name, and without a source
 */
public record CanonicalForm(Schema schema) {

  private static final int VERSION = 1;

  public CanonicalForm {
    schema = Normalization.of(schema);
  }

  /** The canonical form of a schema. */
  public static CanonicalForm of(Schema schema) {
    return new CanonicalForm(schema);
  }

  /** {@code sha256:} and the digest of the compact JSON. */
  public String hash() {
    return "sha256:" + Digest.of(Json.compact(json()));
  }

  /** The form as JSON. */
  public ObjectNode json() {
    ObjectNode json = Json.object().put("ir_version", VERSION);
    ArrayNode interfaces = json.putArray("interfaces");
    for (InterfaceType each : schema.interfaces()) {
      ObjectNode type = interfaces.addObject().put("name", each.name());
      type.set("properties", properties(each.properties()));
    }
    ArrayNode nodes = json.putArray("nodes");
    schema.nodes().forEach(node -> nodes.add(node(node)));
    ArrayNode edges = json.putArray("edges");
    schema.edges().forEach(edge -> edges.add(edge(edge)));
    return json;
  }

  private static ObjectNode node(NodeType node) {
    ObjectNode json = Json.object().put("name", node.name());
    json.set("annotations", CatalogJson.annotations(node.annotations()));
    ArrayNode implemented = json.putArray("implements");
    node.implemented().forEach(implemented::add);
    return withMembers(json, node);
  }

  private static ObjectNode edge(EdgeType edge) {
    ObjectNode json =
        Json.object()
            .put("name", edge.name())
            .put("from_type", edge.from())
            .put("to_type", edge.to());
    json.set("cardinality", CatalogJson.cardinality(edge.cardinality()));
    json.set("annotations", CatalogJson.annotations(edge.annotations()));
    return withMembers(json, edge);
  }

  private static ObjectNode withMembers(ObjectNode json, GraphType type) {
    json.set("properties", properties(type.properties()));
    ArrayNode constraints = json.putArray("constraints");
    type.constraints().forEach(each -> constraints.add(CatalogJson.constraint(each)));
    return json;
  }

  private static ArrayNode properties(List<Property> properties) {
    ArrayNode json = Json.mapper().createArrayNode();
    for (Property property : properties) {
      ObjectNode each = json.addObject().put("name", property.name());
      each.set("prop_type", CatalogJson.type(property.type()));
      each.set("annotations", CatalogJson.annotations(property.annotations()));
    }
    return json;
  }
}
