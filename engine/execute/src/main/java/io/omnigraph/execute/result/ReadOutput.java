package io.omnigraph.execute.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a read (docs/reference/query-language.md §10.2).
 *
 * @param queryName the name of the query
 * @param target what was read
 * @param rowCount the number of rows
 * @param columns the names of the columns in the order of the projection; left out of the JSON when
 *     there are none
 * @param rows the rows; keys in the order of the columns
 * @param plan how the read is answered; absent unless it was asked for
 */
public record ReadOutput(
    String queryName,
    QueryTarget target,
    int rowCount,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> columns,
    List<Map<String, @Nullable Object>> rows,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PlanOutput plan) {

  public ReadOutput {
    columns = List.copyOf(columns);
    rows = Collections.unmodifiableList(rows);
  }

  /**
   * The envelope of a result.
   *
   * @param values an array for each row, in the order of the columns; taken over by the envelope
   */
  public static ReadOutput of(
      String queryName, QueryTarget target, RowShape shape, List<@Nullable Object[]> values) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>(values.size());
    for (@Nullable Object[] row : values) {
      rows.add(new Row(shape, row));
    }
    return new ReadOutput(queryName, target, rows.size(), shape.columns(), rows, null);
  }

  /** The same result with its plan. */
  public ReadOutput with(PlanOutput shown) {
    return new ReadOutput(queryName, target, rowCount, columns, rows, shown);
  }

  /**
   * Reads an envelope as a server sent it. Where it names no columns they are the keys of the rows,
   * sorted; a row that is no object becomes one with the column {@code value}.
   */
  public static ReadOutput read(JsonNode json) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (JsonNode row : json.path("rows")) {
      rows.add(row.isObject() ? JsonValues.object(row) : JsonValues.wrapped(row));
    }
    List<String> columns = new ArrayList<>();
    json.path("columns").forEach(column -> columns.add(column.asText()));
    if (columns.isEmpty()) {
      TreeSet<String> keys = new TreeSet<>();
      rows.forEach(row -> keys.addAll(row.keySet()));
      columns.addAll(keys);
    }
    JsonNode target = json.path("target");
    return new ReadOutput(
        json.path("query_name").asText(),
        new QueryTarget(text(target.path("branch")), text(target.path("snapshot"))),
        json.path("row_count").asInt(rows.size()),
        columns,
        rows,
        json.hasNonNull("plan") ? PlanOutput.read(json.path("plan")) : null);
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }
}
