package io.omnigraph.query.lint;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.omnigraph.query.check.CheckedMutation;
import io.omnigraph.query.check.CheckedQuery;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query is for programs that call it; written to JSON as it is.
 *
 * @param result the columns in their order; empty for a mutation
 * @param reads the types that a run may look into, each once, edges before nodes, by name
 * @param writes the types that a run may change, in the same order
 */
public record Operation(List<Field> result, List<TypeUse> reads, List<TypeUse> writes) {

  public Operation {
    result = List.copyOf(result);
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
  }

  /** Describes a query that fits a schema. */
  static Operation of(CheckedQuery query, Schema schema) {
    TypesInUse types = new TypesInUse(schema);
    List<Field> result =
        switch (query) {
          case CheckedRead read -> {
            types.read(read.match());
            yield read.columns().stream().map(Field::of).toList();
          }
          case CheckedMutation mutation -> {
            mutation.statements().forEach(types::change);
            yield List.of();
          }
        };
    return new Operation(result, types.reads(), types.writes());
  }

  /** The sort of a type. */
  public enum Kind {
    @JsonProperty("edge")
    EDGE,
    @JsonProperty("node")
    NODE
  }

  /** A type that a run looks into or changes. */
  public record TypeUse(Kind kind, String typeName) {}

  /**
   * A column of the result.
   *
   * @param name as in the rows
   * @param kind what its JSON value looks like; {@code object} for a node or an edge
   * @param nullable whether it may be null
   * @param itemKind of the elements of a list; absent for everything else
   * @param vectorDim the dimension of a vector; absent for everything else
   */
  public record Field(
      String name,
      String kind,
      boolean nullable,
      @Nullable String itemKind,
      @Nullable Integer vectorDim) {

    private static Field of(OutputColumn column) {
      return switch (column) {
        case OutputColumn.Node node ->
            new Field(node.name(), "object", node.variable().isNullable(), null, null);
        case OutputColumn.Typed typed -> of(typed.name(), typed.type());
      };
    }

    private static Field of(String name, PropertyType type) {
      String scalar = type.scalar().parameterKind();
      return new Field(
          name,
          type.isList() ? "list" : scalar,
          type.isNullable(),
          type.isList() ? scalar : null,
          type.scalar() == Scalar.VECTOR ? (Integer) type.dimension() : null);
    }
  }
}
