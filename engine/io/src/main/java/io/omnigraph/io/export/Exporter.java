package io.omnigraph.io.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.Table;
import io.omnigraph.ground.json.Json;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.Scalar;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the rows of a snapshot as JSON, one object a line: tables by key, rows by id
 * (docs/reference/graph-engine.md §8). The same snapshot gives the same text.
 */
public final class Exporter {

  private static final int BATCH_BYTES = 8 << 20;
  private static final int MOST_ROWS = 65_536;
  private static final int TEXT_BYTES = 256;
  private static final String LINE_END = "\n";

  private final Snapshot snapshot;

  /** An exporter of a snapshot. */
  public Exporter(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * Writes tables.
   *
   * @param types of the tables, in the order in which they are written
   * @throws UnexportableValueException at a value that JSON has no form for; what came before it is
   *     written then
   * @throws IOException when the text cannot be written
   */
  public void write(List<GraphType> types, Writer to) throws IOException {
    JsonGenerator json = Json.mapper().getFactory().createGenerator(to);
    json.setPrettyPrinter(new MinimalPrettyPrinter(LINE_END));
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    boolean isEmpty = true;
    for (GraphType type : types) {
      isEmpty &= write(type, json) == 0;
    }
    json.flush();
    if (!isEmpty) {
      to.write(LINE_END);
    }
    to.flush();
  }

  private int write(GraphType type, JsonGenerator json) throws IOException {
    Table table =
        type instanceof EdgeType ? snapshot.edges(type.name()) : snapshot.nodes(type.name());
    int[] rows = RowOrder.byId(table);
    int step = batchRows(type);
    for (int first = 0; first < rows.length; first += step) {
      int[] some = Arrays.copyOfRange(rows, first, Math.min(first + step, rows.length));
      write(type, table, new RowBatch(table, some), json);
    }
    return rows.length;
  }

  private static void write(GraphType type, Table table, RowBatch batch, JsonGenerator json)
      throws IOException {
    List<Property> properties = type.properties();
    List<RowBatch.Values> values = new ArrayList<>();
    properties.forEach(property -> values.add(batch.values(property.name())));
    for (int place = 0; place < batch.size(); place++) {
      int row = batch.row(place);
      json.writeStartObject();
      if (table instanceof EdgeTable edges) {
        json.writeStringField("edge", type.name());
        json.writeStringField("from", edges.source(row));
        json.writeStringField("to", edges.target(row));
      } else {
        json.writeStringField("type", type.name());
      }
      json.writeObjectFieldStart("data");
      json.writeStringField("id", table.id(row));
      for (int i = 0; i < values.size(); i++) {
        json.writeFieldName(properties.get(i).name());
        RowBatch.Values column = values.get(i);
        JsonValues.write(json, properties.get(i), column.column(), column.position(place));
      }
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  /** As many rows as take a few MiB in memory, going by the types of the properties. */
  private static int batchRows(GraphType type) {
    long bytes = 1;
    for (Property property : type.properties()) {
      bytes +=
          property.type().scalar() == Scalar.VECTOR
              ? (long) Float.BYTES * property.type().dimension()
              : TEXT_BYTES;
    }
    return Math.clamp(BATCH_BYTES / bytes, 64, MOST_ROWS);
  }
}
