package io.omnigraph.plugin.schema.kind;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.LookContext;
import io.omnigraph.ground.Names;

/**
 * The graph that a schema belongs to, and where it lies.
 *
 * @param id a graph id
 * @param uri the graph's root
 */
record GraphOfSchema(String id, String uri) {

  static final String GRAPH_KIND = "graph";

  static GraphOfSchema of(Address schema, LookContext context) {
    return of(schema.name(), context);
  }

  static GraphOfSchema of(String id, LookContext context) {
    return new GraphOfSchema(id, context.storage().locate("graphs/" + id + ".omni"));
  }

  /** Whether a name can be that of a graph; the kind of graphs reports those that cannot. */
  static boolean isGraphId(String name) {
    return Names.isValid(name);
  }

  Address graph() {
    return new Address(GRAPH_KIND, id);
  }

  Address schema() {
    return new Address(SchemaKind.NAME, id);
  }
}
