package io.omnigraph.core.report;

import io.omnigraph.core.plan.Plan;
import io.omnigraph.core.plan.PlannedChange;
import java.util.ArrayList;
import java.util.List;

/**
 * How many changes a plan has, by what is done.
 *
 * @param create changes that bring something into being
 * @param update changes of what is there
 * @param delete changes that remove something
 * @param waiting gates that wait for an approval
 */
record PlanSummary(long create, long update, long delete, long waiting) {

  static PlanSummary of(Plan plan) {
    long create = 0;
    long update = 0;
    long delete = 0;
    for (PlannedChange planned : plan.changes()) {
      switch (planned.change().operation()) {
        case CREATE -> create++;
        case UPDATE -> update++;
        case DELETE -> delete++;
      }
    }
    long waiting = plan.gates().stream().filter(gate -> !gate.isSatisfied()).count();
    return new PlanSummary(create, update, delete, waiting);
  }

  /** The counts that are not zero: {@code 2 to create, 1 waits for approval}. */
  String line() {
    List<String> parts = new ArrayList<>();
    add(parts, create, "to create");
    add(parts, update, "to update");
    add(parts, delete, "to delete");
    add(parts, waiting, waiting == 1 ? "waits for approval" : "wait for approval");
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
