package io.omnigraph.plugin.graph.serving;

import io.omnigraph.schema.catalog.Schema;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What has to agree before a served graph gets another schema: a service of this slice's serving
 * plugin, to which plugins after it add what depends on schemas. Safe for use by many threads.
 */
public final class SchemaGates {

  private final List<Gate> gates = new CopyOnWriteArrayList<>();

  /** Nothing has to agree yet. */
  public SchemaGates() {}

  /** Something that depends on the schemas of graphs. */
  @FunctionalInterface
  public interface Gate {

    /**
     * Why a graph must not be given a schema; empty when nothing stands against it. Changes
     * nothing.
     *
     * @param graph its id
     */
    Optional<String> objection(String graph, Schema desired);
  }

  /** Adds a gate, which is asked for every change from now on. */
  public void add(Gate gate) {
    gates.add(gate);
  }

  /** The first objection to giving a graph a schema. */
  public Optional<String> objection(String graph, Schema desired) {
    return gates.stream()
        .map(gate -> gate.objection(graph, desired))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
