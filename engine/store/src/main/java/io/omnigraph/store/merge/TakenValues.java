package io.omnigraph.store.merge;

import io.omnigraph.graph.failure.MergeConflict;
import io.omnigraph.graph.failure.MergeConflict.Kind;
import io.omnigraph.graph.write.ValueRules;
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.schema.catalog.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of rows that come to the target, and the rules of their properties. */
final class TakenValues {

  private static final int BATCH = 256;

  private final MergedTable table;
  private final boolean isWhole;

  /**
   * The values of a table.
   *
   * @param isWhole whether rows are looked at that the target has already
   */
  TakenValues(MergedTable table, boolean isWhole) {
    this.table = table;
    this.isWhole = isWhole;
  }

  List<MergeConflict> broken() {
    List<MergeConflict> broken = new ArrayList<>();
    List<String> ids = isWhole ? table.present() : table.taken();
    ValueRules rules = new ValueRules(table.sides().type());
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<String> batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
      for (Map<String, Object> row : rows(batch)) {
        try {
          rules.check(row);
        } catch (WriteRejected e) {
          broken.add(
              MergeRules.conflict(
                  table,
                  Kind.VALUE_CONSTRAINT_VIOLATION,
                  Optional.empty(),
                  String.valueOf(e.getMessage())));
        }
      }
    }
    return broken;
  }

  private List<Map<String, Object>> rows(List<String> ids) {
    List<Map<String, Object>> rows = new ArrayList<>();
    ids.forEach(_ -> rows.add(new HashMap<>()));
    for (Property property : table.sides().type().properties()) {
      List<@Nullable Object> values =
          table.values(table.sides().layout().column(property.name()), ids);
      for (int i = 0; i < values.size(); i++) {
        Object value = values.get(i);
        if (value != null) {
          rows.get(i).put(property.name(), value);
        }
      }
    }
    return rows;
  }
}
