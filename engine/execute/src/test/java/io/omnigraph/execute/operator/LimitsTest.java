package io.omnigraph.execute.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.execute.fixture.Authors;
import io.omnigraph.execute.fixture.MemoryGraph;
import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.failure.GraphFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Where reads are stopped. */
class LimitsTest {

  private static final MemoryGraph GRAPH = Authors.inMemory();
  private static final String PAIRS = "match { $a: Author $b: Author } ";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A read, its limits, and what stops it. */
  record Case(String body, Limits limits, String message) {}

  static final List<Case> CASES =
      List.of(
          new Case(
              PAIRS + "return { $a.handle, $b.handle }",
              new Limits(6, 1 << 20, MINUTE),
              "the query works through more than 6 rows; connect its variables or make its"
                  + " conditions narrower"),
          new Case(
              PAIRS + "return { $a.handle, $b.handle }",
              new Limits(5000, 900, MINUTE),
              "the query needs more than 900 bytes of memory; give it a `limit` or narrower"
                  + " conditions"),
          new Case(
              PAIRS + "return { $a.handle, $b.handle } order { $a.handle } limit 1",
              new Limits(5000, 100, MINUTE),
              "the query needs more than 100 bytes of memory; give it a `limit` or narrower"
                  + " conditions"),
          new Case(
              PAIRS + "return { $a.handle, $b.handle, count($b) as n }",
              new Limits(5000, 1000, MINUTE),
              "the query needs more than 1000 bytes of memory; give it a `limit` or narrower"
                  + " conditions"),
          new Case(
              PAIRS + "return { $a.handle }",
              new Limits(5000, 1 << 20, Duration.ZERO),
              "the query takes longer than 0 ms; make its conditions narrower or allow more time"));

  @ParameterizedTest
  @FieldSource("CASES")
  void aReadBeyondALimitIsRefused(Case c) {
    assertThatThrownBy(() -> Reads.run(Reads.query("", c.body()), Map.of(), GRAPH, c.limits()))
        .isInstanceOfSatisfying(
            QueryRejected.class,
            e -> assertThat(e.failure()).isInstanceOf(GraphFailure.Limit.class))
        .hasMessage(c.message());
  }

  /** A variable of the environment, and what is said to it. */
  record Setting(String variable, String value, String message) {}

  static final List<Setting> UNUSABLE =
      List.of(
          new Setting(
              "OMNIGRAPH_QUERY_MEMORY_BYTES",
              "2g",
              "the environment variable `OMNIGRAPH_QUERY_MEMORY_BYTES` is `2g`, expected a whole"
                  + " number greater than 0; change or unset it"),
          new Setting(
              "OMNIGRAPH_QUERY_MEMORY_BYTES",
              "0",
              "the environment variable `OMNIGRAPH_QUERY_MEMORY_BYTES` is `0`, expected a whole"
                  + " number greater than 0; change or unset it"),
          new Setting(
              "OMNIGRAPH_QUERY_TIMEOUT_MS",
              "-5",
              "the environment variable `OMNIGRAPH_QUERY_TIMEOUT_MS` is `-5`, expected a whole"
                  + " number greater than 0; change or unset it"));

  @ParameterizedTest
  @FieldSource("UNUSABLE")
  void aLimitThatIsNoNumberIsRefused(Setting s) {
    assertThatThrownBy(() -> Limits.of(Map.of(s.variable(), s.value())))
        .isInstanceOf(QueryRejected.class)
        .hasMessage(s.message());
  }

  @Test
  void limitsCanBeSet() {
    Limits limits =
        Limits.of(
            Map.of("OMNIGRAPH_QUERY_MEMORY_BYTES", "4096", "OMNIGRAPH_QUERY_TIMEOUT_MS", " 250 "));

    assertThat(limits.bytes()).isEqualTo(4096);
    assertThat(limits.time()).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void aReadThatNobodyWaitsForIsStopped() {
    Budget budget = new Budget(Limits.usual(), () -> true);

    assertThatThrownBy(() -> spendForever(budget))
        .isInstanceOf(CancellationException.class)
        .hasMessage("nobody waits for the query any more");
  }

  private static void spendForever(Budget budget) {
    while (true) {
      budget.spend(1);
    }
  }
}
