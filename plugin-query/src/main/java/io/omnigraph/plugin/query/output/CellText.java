package io.omnigraph.plugin.query.output;

import io.omnigraph.execute.result.QueryTarget;
import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.ground.Quantity;
import io.omnigraph.ground.json.Json;
import org.jspecify.annotations.Nullable;

/** Texts that several formats share. */
final class CellText {

  private CellText() {}

  /** A cell: a text as it is, everything else as JSON without blanks. */
  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> text;
      default -> Json.compact(Json.tree(value));
    };
  }

  /** The line above a table. */
  static String title(ReadOutput output) {
    return "%s from %s via %s"
        .formatted(
            Quantity.of(output.rowCount(), "row"), where(output.target()), output.queryName());
  }

  private static String where(QueryTarget target) {
    if (target.snapshot() != null) {
      return "snapshot " + target.snapshot();
    }
    return target.branch() != null ? "branch " + target.branch() : "target";
  }
}
