package io.omnigraph.io.load;

import io.omnigraph.graph.column.Cells;
import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.graph.write.KeyText;
import io.omnigraph.graph.write.StoredForm;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading of an input into one bulk write. Used by one thread. */
final class LoadRun {

  private static final int RECORDS_PER_REPORT = 4096;

  private final Schema schema;
  private final LoadRequest request;
  private final LoadTables tables;
  private final LoadChecks checks;
  private final PlainReader plain;
  private final RowReader reader;
  private final FreshIds fresh;
  private final Slice id = new Slice();
  private final Slice from = new Slice();
  private final Slice to = new Slice();

  LoadRun(BulkWrite bulk, LoadRequest request) {
    this.schema = bulk.base().schema();
    this.request = request;
    this.fresh = new FreshIds(bulk.freshId());
    this.tables = new LoadTables(bulk);
    this.checks = new LoadChecks(bulk, request.mode(), tables);
    bulk.rebasing(checks);
    this.plain =
        new PlainReader(
            name -> schema.node(name).map(tables::of).orElse(null),
            name -> schema.edgeIgnoringCase(name).map(tables::of).orElse(null));
    this.reader = new RowReader(schema);
  }

  /**
   * Reads the whole input and stages its rows.
   *
   * @return the number of records by table, and what of them was ignored
   * @throws LoadRejected with everything that is wrong with the input
   */
  LoadCounts run(LoadSource source) {
    try (checks;
        CountedInput in = CountedInput.of(source);
        RecordStream records = new RecordStream(source.name(), in.content())) {
      while (records.next()) {
        if (!read(records)) {
          break;
        }
        if (records.record() % RECORDS_PER_REPORT == 0) {
          request.progress().read(records.record(), in.count());
        }
      }
      request.progress().read(records.record(), in.count());
      checks.finish(source.name());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + source.name() + ": " + e.getMessage(), e);
    }
    tables.flush();
    return new LoadCounts(tables.counts(), plain.ignored() + reader.ignored());
  }

  /** Reads a record; false when there is no telling where the next one would begin. */
  private boolean read(RecordStream records) throws IOException {
    int end = plain.read(records.buffer(), records.start(), records.limit());
    LoadTable table = plain.table();
    if (end >= 0 && table != null) {
      finish(table, plain.id(), plain.from(), plain.to(), records);
      records.skipTo(end);
      return true;
    }
    return switch (records.tree()) {
      case RecordStream.Broken(Place place, String reason) -> {
        checks.refuse(place.isNotJson(reason));
        yield false;
      }
      case RecordStream.Value(Place place, var json) -> {
        Optional<Row> row = reader.read(json, problem -> checks.refuse(place.says(problem)));
        row.ifPresent(found -> write(found, place, records));
        yield true;
      }
    };
  }

  private void write(Row row, Place place, RecordStream records) {
    try {
      switch (row) {
        case Row.NodeRow(NodeType type, String explicitId, var values) -> {
          Map<String, Object> stored = StoredForm.of(type, values);
          set(id, nodeId(type, explicitId, stored));
          write(type, stored, records);
        }
        case Row.EdgeRow(EdgeType type, String explicitId, String source, String target, var v) -> {
          from.set(source);
          to.set(target);
          Map<String, Object> stored = StoredForm.of(type, v);
          set(id, edgeId(type, explicitId, source, target, stored));
          write(type, stored, records);
        }
      }
    } catch (WriteRejected e) {
      checks.refuse(place.says(String.valueOf(e.getMessage())));
    }
  }

  private void write(GraphType type, Map<String, Object> values, RecordStream records) {
    LoadTable table = tables.of(type);
    table.rules().check(values);
    int column = table.firstProperty();
    for (Property property : type.properties()) {
      Object value = values.get(property.name());
      if (value != null) {
        table.cells(column).add(value);
      }
      column++;
    }
    finish(table, id, from, to, records);
  }

  /** Ends a row whose properties are set. */
  private void finish(
      LoadTable table, Slice named, Slice source, Slice target, RecordStream records) {
    int index = checks.count(table);
    if (table.type() instanceof EdgeType) {
      checks.addEnds(table, source, target, index, records);
      text(table, 1).add(source.bytes(), source.start(), source.length());
      text(table, 2).add(target.bytes(), target.start(), target.length());
    }
    if (named.isPresent()) {
      checks.addId(table, named, index, records);
    } else {
      fresh.next(named);
    }
    text(table, 0).add(named.bytes(), named.start(), named.length());
    checks.addValues(table, index, records);
    if (checks.isSound()) {
      table.endRow();
    } else {
      table.discardRow();
    }
  }

  private static Cells.Texts text(LoadTable table, int column) {
    return (Cells.Texts) table.cells(column);
  }

  private static void set(Slice slice, @Nullable String text) {
    if (text == null) {
      slice.clear();
    } else {
      slice.set(text);
    }
  }

  private static @Nullable String nodeId(
      NodeType type, @Nullable String given, Map<String, Object> values) {
    return type.keyColumns().isEmpty()
        ? given
        : KeyText.required(type, given, KeyText.of(type, values));
  }

  private static @Nullable String edgeId(
      EdgeType type,
      @Nullable String given,
      String source,
      String target,
      Map<String, Object> values) {
    return type.keyColumns().isEmpty()
        ? given
        : KeyText.required(type, given, KeyText.of(type, source, target, values));
  }
}
