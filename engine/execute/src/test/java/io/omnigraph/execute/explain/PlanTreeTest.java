package io.omnigraph.execute.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.Authors;
import io.omnigraph.execute.fixture.MemoryGraph;
import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.operator.Heat;
import io.omnigraph.execute.operator.Limits;
import io.omnigraph.execute.operator.Meters;
import io.omnigraph.execute.operator.ReadRun;
import io.omnigraph.execute.plan.ReadPlan;
import io.omnigraph.execute.plan.Statistics;
import io.omnigraph.execute.result.PlanOutput;
import io.omnigraph.query.check.CheckedRead;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The operators that answer reads of the sample graph. */
class PlanTreeTest {

  private static final MemoryGraph GRAPH = Authors.inMemory();

  /**
   * A read and its plan.
   *
   * @param plan each operator with what it works on, followed by its inputs in parentheses
   */
  record Case(String body, String plan) {}

  static final List<Case> CASES =
      List.of(
          new Case(
              "match { $a: Author {handle: \"ann\"} } return { $a.born }",
              "project $a.born (lookup $a: Author by id \"ann\" where $a.handle = \"ann\")"),
          new Case(
              "match { $a: Author } return { count($a) as n }",
              "aggregate count($a) (tally $a: Author)"),
          new Case(
              "match { $a: Author $a follows $b $b follows $c } return { count($c) as n }",
              "aggregate count($c)" + " (tally $b: Author with $a follows $b, $b follows $c)"),
          new Case(
              "match { $a: Author $a follows $b } return { $a.handle, count($b) as n }"
                  + " order { n desc } limit 2",
              "aggregate $a.handle, count($b) order count($b) desc limit 2"
                  + " (count paths $a follows $b (scan $a: Author))"),
          new Case(
              "match { $a: Author $a.born > 1975 $a follows{1,2} $b } return { $b.handle }"
                  + " order { $b.born } limit 3",
              "top $b.handle order $b.born limit 3 (expand $a follows{1,2} $b from $a"
                  + " (scan $a: Author where $a.born > 1975))"),
          new Case(
              "match { $a: Author not { $a wrote $_ } } return { $a.handle }",
              "project $a.handle (anti-join not" + " (scan $a: Author; probe paths $a wrote $_))"),
          new Case(
              "match { $a: Author $a follows $b $b follows $c $a follows $c }"
                  + " return { $a.handle, $b.handle, $c.handle }",
              "project $a.handle, $b.handle, $c.handle (meet $a follows $c, $b follows $c"
                  + " (expand $a follows $b from $a (scan $a: Author)))"),
          new Case(
              "match { $a: Author $a <follows> $b $b <follows> $c $c wrote $t $a.@id != $c.@id"
                  + " not { $a <follows> $c } } return { count($a) as n }",
              "aggregate count($a) (count meeting $b <follows> $c, not $a <follows> $c, $c != $a"
                  + " with $c wrote $t (expand $a <follows> $b from $a (scan $a: Author)))"),
          new Case(
              "match { $a: Author $a follows $b not { $b follows $a } }"
                  + " return { $a.handle, $b.handle }",
              "project $a.handle, $b.handle (meet $a follows $b, not $b follows $a"
                  + " (scan $a: Author))"),
          new Case(
              "match { $a: Author optional { $a follows $f } optional { $a wrote $w } }"
                  + " return { count($a) as n }",
              "aggregate count($a) (count optional paths $a wrote $w"
                  + " (count optional paths $a follows $f (scan $a: Author)))"),
          new Case(
              "match { $a: Author $a wrote $w } return { $a.handle, count($w) as n }",
              "aggregate $a.handle, count($w) (count paths $a wrote $w (scan $a: Author))"),
          new Case(
              "match { $a: Author $w: Book $a wrote $w $a.born > 1900 $w.title = \"x\" }"
                  + " return { $a.handle, $w.title }",
              "project $a.handle, $w.title (expand $a wrote $w from $w where $a.born > 1900"
                  + " (scan $w: Book where $w.title = \"x\"))"),
          new Case(
              "match { $a: Author $a.handle = \"ann\" or $a.handle in [\"ben\", \"zz\"] }"
                  + " return { $a.born }",
              "project $a.born (lookup $a: Author by ids \"ann\", [\"ben\", \"zz\"]"
                  + " where $a.handle = \"ann\" or [\"ben\", \"zz\"] contains $a.handle)"),
          new Case(
              "match { $a: Author $a.handle in [\"ben\", \"zz\"] $a follows $b } return { $b.born"
                  + " }",
              "project $b.born (expand $a follows $b from $a (lookup $a: Author by ids"
                  + " [\"ben\", \"zz\"] where [\"ben\", \"zz\"] contains $a.handle))"),
          new Case(
              "match { $a: Author $a.born > 1970 or $a.born is null } return { $a.handle }",
              "project $a.handle (scan $a: Author where $a.born > 1970 or $a.born is null)"),
          new Case(
              "match { $a: Author $a $w:follows $b $w.since is null } return { $a.handle }",
              "project $a.handle (expand $a $w:follows $b from $a where $w.since is null"
                  + " (scan $a: Author))"),
          new Case(
              "match { $a: Author count { $a wrote $_ } > 1 optional { $a follows $f } }"
                  + " return distinct { $f.handle }",
              "distinct $f.handle (outer join optional (count-join count > 1"
                  + " (scan $a: Author; count paths $a wrote $_); expand $a follows $f from $a))"));

  @ParameterizedTest
  @FieldSource("CASES")
  void aPlanShowsItsOperators(Case c) {
    PlanOutput plan = PlanTree.of(plan(c.body()), null);

    assertThat(text(plan)).isEqualTo(c.plan());
    assertThat(plan.rows()).isNull();
  }

  @Test
  void aProfileHasTheRowsThatCameOutOfEachOperator() {
    ReadPlan plan =
        plan("match { $a: Author $a.born > 1975 $a follows $b } return { $a.handle, $b.handle }");
    Meters meters = new Meters(plan);

    var setting = new ReadRun.Setting(Limits.usual(), new Heat(), () -> false, meters);
    Reads.run(plan.read(), Map.of(), GRAPH, setting);
    PlanOutput result = PlanTree.of(plan, meters);

    assertThat(result.rows()).isEqualTo(1);
    PlanOutput expand = result.inputs().getFirst();
    assertThat(expand.operator()).isEqualTo("expand");
    assertThat(expand.rows()).isEqualTo(1);
    assertThat(expand.inputs().getFirst().rows()).isEqualTo(2);
    assertThat(expand.timeUs()).isNotNegative();
    assertThat(result.bytes()).isPositive();
  }

  private static ReadPlan plan(String body) {
    CheckedRead read = Reads.checked(Reads.query("", body), GRAPH);
    return ReadPlan.of(read, Statistics.of(GRAPH));
  }

  private static String text(PlanOutput plan) {
    String inputs =
        plan.inputs().stream().map(PlanTreeTest::text).collect(Collectors.joining("; "));
    String own = plan.operator() + " " + plan.detail();
    return inputs.isEmpty() ? own : own + " (" + inputs + ")";
  }
}
