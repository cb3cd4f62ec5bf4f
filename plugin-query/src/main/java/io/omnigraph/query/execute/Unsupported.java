package io.omnigraph.query.execute;

import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.Pattern;
import io.omnigraph.query.check.SortKey;
import io.omnigraph.query.result.QueryRejected;

/** Refuses, before anything is read, what the language has and no operator works out. */
final class Unsupported {

  private Unsupported() {}

  static void refuse(CheckedRead read) {
    refuse(read.match());
    refuseIf(
        read.columns().stream().anyMatch(c -> c instanceof OutputColumn.Node),
        "a node as an object");
    refuseIf(
        read.columns().stream()
            .anyMatch(c -> c instanceof OutputColumn.Aggregated(_, var a) && a.isDistinct()),
        "a distinct aggregate");
    refuseIf(
        read.sortKeys().stream().anyMatch(k -> k instanceof SortKey.ByAggregate),
        "an order by an aggregate that is not returned");
  }

  private static void refuse(Pattern pattern) {
    refuseIf(!pattern.optionals().isEmpty(), "an `optional` block");
    for (Pattern.Block block : pattern.blocks()) {
      refuseIf(block instanceof Pattern.Block.Present, "an `exists` block");
      refuseIf(block instanceof Pattern.Block.Counted, "a `count` block");
      refuse(block.pattern());
    }
  }

  private static void refuseIf(boolean isUsed, String what) {
    if (isUsed) {
      throw new QueryRejected(what + " cannot be carried out");
    }
  }
}
