package io.omnigraph.plugin.query.output;

import io.omnigraph.execute.result.PlanOutput;
import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.ground.Quantity;
import java.util.List;

/** Prints a plan as a tree for people. */
public final class PlanText {

  private static final String BRANCH = "├─ ";
  private static final String LAST = "└─ ";
  private static final String PAST = "│  ";
  private static final String NOTHING = "   ";

  private PlanText() {}

  /**
   * The plan of a read that was asked for it.
   *
   * @param output with a plan
   */
  public static String of(ReadOutput output) {
    PlanOutput plan = output.plan();
    if (plan == null) {
      throw new IllegalArgumentException("there is no plan");
    }
    StringBuilder text = new StringBuilder();
    text.append("plan of ").append(output.queryName()).append('\n');
    append(text, plan, "", "");
    return text.toString();
  }

  private static void append(StringBuilder text, PlanOutput plan, String lead, String below) {
    text.append(lead).append(plan.operator()).append(' ').append(plan.detail());
    text.append("  (about ").append(Quantity.of(plan.estimatedRows(), "row"));
    if (plan.rows() != null) {
      text.append("; ").append(Quantity.of(plan.rows(), "row"));
    }
    if (plan.timeUs() != null) {
      text.append(", ").append(time(plan.timeUs()));
    }
    if (plan.bytes() != null) {
      text.append(", ").append(size(plan.bytes()));
    }
    if (plan.readBytes() != null) {
      text.append(", read ").append(size(plan.readBytes()));
    }
    text.append(")\n");
    List<PlanOutput> inputs = plan.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      boolean isLast = i == inputs.size() - 1;
      append(
          text, inputs.get(i), below + (isLast ? LAST : BRANCH), below + (isLast ? NOTHING : PAST));
    }
  }

  private static String time(long micros) {
    return micros < 10_000 ? micros + " us" : micros / 1000 + " ms";
  }

  private static String size(long bytes) {
    return bytes < 10_240 ? Quantity.of(bytes, "byte") : bytes / 1024 + " KiB";
  }
}
