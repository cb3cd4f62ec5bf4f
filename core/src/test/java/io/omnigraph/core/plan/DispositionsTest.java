package io.omnigraph.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.samplekinds.SampleKinds;
import io.omnigraph.core.samplekinds.States;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every row of the table of docs/reference/cluster.md §13.3, and what it leaves to other kinds. */
class DispositionsTest {

  private static final String G = "graph.g ";
  private static final String S = "schema.g>graph.g ";
  private static final String Q = "query.g.q>graph.g,schema.g ";
  private static final String P = "policy.p>graph.g ";

  /**
   * A row.
   *
   * @param desired and {@code recorded}: states in the words of {@link States}
   * @param pending owners with an unsettled recovery
   * @param approved addresses with a matching approval
   * @param expected the disposition of one address of the plan
   */
  record Row(
      String condition,
      String desired,
      String recorded,
      String pending,
      String approved,
      String expected) {

    @Override
    public String toString() {
      return condition + ": " + expected;
    }
  }

  private static Row row(String condition, String desired, String recorded, String expected) {
    return new Row(condition, desired, recorded, "", "", expected);
  }

  private static Row pending(String condition, String desired, String recorded, String expected) {
    return new Row(condition, desired, recorded, "graph.g", "", expected);
  }

  private static Row approved(String condition, String desired, String recorded, String expected) {
    return new Row(condition, desired, recorded, "", "graph.g", expected);
  }

  private static Row approvedAndPending(
      String condition, String desired, String recorded, String expected) {
    return new Row(condition, desired, recorded, "graph.g", "graph.g", expected);
  }

  static final List<Row> GRAPHS =
      List.of(
          pending("create, pending", G + S, "", "graph.g blocked cluster_recovery_pending"),
          row("create", G + S, "", "graph.g applied"),
          row("update", "graph.g=2 " + S, G + S, "graph.g derived"),
          pending("update, pending", "graph.g=2 " + S, G + S, "graph.g derived"),
          row(
              "update with a schema delete",
              "graph.g=2",
              G + S,
              "graph.g deferred apply_unsupported_kind"),
          row(
              "update with a schema create alone",
              "graph.g=2 " + S,
              G,
              "graph.g deferred apply_unsupported_kind"),
          pending("delete, pending", "", G + S, "graph.g blocked cluster_recovery_pending"),
          approvedAndPending(
              "delete, approved but pending",
              "",
              G + S,
              "graph.g blocked cluster_recovery_pending"),
          approved("delete, approved", "", G + S, "graph.g applied"),
          row("delete", "", G + S, "graph.g blocked approval_required"));

  static final List<Row> SCHEMAS =
      List.of(
          row("create with its graph", G + S, "", "schema.g applied"),
          pending(
              "create with its graph, pending",
              G + S,
              "",
              "schema.g blocked cluster_recovery_pending"),
          row("create alone", G + S, G, "schema.g blocked cluster_recovery_pending"),
          row("update", G + "schema.g=2>graph.g", G + S, "schema.g applied"),
          row("update with a new graph", G + "schema.g=2>graph.g", S, "schema.g applied"),
          pending(
              "update, pending",
              G + "schema.g=2>graph.g",
              G + S,
              "schema.g blocked cluster_recovery_pending"),
          approved("delete with its approved graph", "", G + S, "schema.g applied"),
          pending(
              "delete with its pending graph",
              "",
              G + S,
              "schema.g blocked cluster_recovery_pending"),
          approvedAndPending(
              "delete with its approved but pending graph",
              "",
              G + S,
              "schema.g blocked cluster_recovery_pending"),
          row("delete with its graph", "", G + S, "schema.g blocked approval_required"),
          row("delete alone", G, G + S, "schema.g deferred apply_unsupported_kind"),
          new Row(
              "delete alone, approved",
              G,
              G + S,
              "",
              "schema.g",
              "schema.g deferred apply_unsupported_kind"));

  static final List<Row> QUERIES =
      List.of(
          approved("delete with its approved graph", "", G + S + Q, "query.g.q applied"),
          row("delete with its graph", "", G + S + Q, "query.g.q blocked approval_required"),
          approvedAndPending(
              "delete with its approved but pending graph",
              "",
              G + S + Q,
              "query.g.q blocked approval_required"),
          row("delete", G + S, G + S + Q, "query.g.q applied"),
          pending("delete, pending", G + S, G + S + Q, "query.g.q applied"),
          pending(
              "create, pending", G + S + Q, G + S, "query.g.q blocked cluster_recovery_pending"),
          pending(
              "update, pending",
              G + S + "query.g.q=2>graph.g,schema.g",
              G + S + Q,
              "query.g.q blocked cluster_recovery_pending"),
          row(
              "create with a schema create alone",
              G + S + Q,
              G,
              "query.g.q blocked dependency_not_applied"),
          row(
              "update with a schema delete alone",
              G + "query.g.q=2>graph.g",
              G + S + Q,
              "query.g.q blocked dependency_not_applied"),
          row("create", G + S + Q, G + S, "query.g.q applied"),
          row("create with its graph", G + S + Q, "", "query.g.q applied"),
          row(
              "update with a schema update",
              G + "schema.g=2>graph.g query.g.q=2>graph.g,schema.g",
              G + S + Q,
              "query.g.q applied"));

  static final List<Row> POLICIES =
      List.of(
          row("delete", G, G + P, "policy.p applied"),
          pending("delete, pending", G, G + P, "policy.p applied"),
          row("delete with its graph", "", G + P, "policy.p applied"),
          pending("create, pending", G + P, G, "policy.p blocked cluster_recovery_pending"),
          pending(
              "update, one of two graphs pending",
              G + "graph.h policy.p=2>graph.g,graph.h",
              G + "graph.h policy.p>graph.g,graph.h",
              "policy.p blocked cluster_recovery_pending"),
          pending(
              "bindings widened to a pending graph",
              G + "graph.h policy.p>graph.g,graph.h",
              G + "graph.h policy.p>graph.h",
              "policy.p blocked cluster_recovery_pending"),
          pending("another graph pending", "graph.h policy.p>graph.h", "", "policy.p applied"),
          row("create", G + S + P, "", "policy.p applied"),
          row("update with a schema create alone", "graph.g=2 " + S + P, G, "policy.p applied"));

  static final List<Row> UNKNOWN =
      List.of(
          row("delete", "", "pipeline.x", "pipeline.x deferred apply_unsupported_kind"),
          new Row(
              "delete, approved and pending",
              "",
              "pipeline.x",
              "pipeline.x",
              "pipeline.x",
              "pipeline.x deferred apply_unsupported_kind"));

  @ParameterizedTest
  @FieldSource({"GRAPHS", "SCHEMAS", "QUERIES", "POLICIES", "UNKNOWN"})
  void aChangeOfABuiltInKindHasTheSpecifiedDisposition(Row row) {
    assertThat(dispositions(row, SampleKinds.kinds())).contains(row.expected());
  }

  private static final String F = "fenced.f ";

  static final List<Row> THIRD_PARTIES =
      List.of(
          row("fenced create", F, "", "fenced.f applied"),
          row("fenced update", "fenced.f=2", F, "fenced.f applied"),
          row("fenced delete", "", F, "fenced.f applied"),
          new Row(
              "fenced delete, pending",
              "",
              F,
              "fenced.f",
              "",
              "fenced.f blocked cluster_recovery_pending"),
          new Row(
              "fenced update, pending",
              "fenced.f=2",
              F,
              "fenced.f",
              "",
              "fenced.f blocked cluster_recovery_pending"),
          pending(
              "fenced create bound to a pending graph",
              G + "fenced.f>graph.g",
              G,
              "fenced.f blocked cluster_recovery_pending"),
          row(
              "recorded create that needs an approval",
              "gated.x",
              "",
              "gated.x blocked approval_required"),
          new Row("recorded create, approved", "gated.x", "", "", "gated.x", "gated.x applied"),
          row(
              "what depends on a blocked change",
              "gated.x fenced.f>gated.x",
              "",
              "fenced.f blocked dependency_not_applied"),
          row(
              "what depends on a dependent of a blocked change",
              "gated.x fenced.f>gated.x policy.p>fenced.f",
              "",
              "policy.p blocked dependency_not_applied"),
          row("what depends on nothing blocked", "gated.x fenced.f", "", "fenced.f applied"));

  @ParameterizedTest
  @FieldSource("THIRD_PARTIES")
  void kindsOfThirdPartiesFollowTheSameRules(Row row) {
    Kinds kinds = SampleKinds.kindsAnd(new FencedKind(), new GatedKind());

    assertThat(dispositions(row, kinds)).contains(row.expected());
  }

  private static List<String> dispositions(Row row, Kinds kinds) {
    return new Planner(kinds)
            .plan(
                States.desired(row.desired()),
                States.recorded(row.recorded()),
                States.approvals(row.approved(), ""),
                States.addresses(row.pending()))
            .changes()
            .stream()
            .map(planned ->
                planned.address()
                    + " "
                    + planned.disposition().word()
                    + planned.because().map(reason -> " " + reason.word()).orElse(""))
            .toList();
  }
}
