package io.omnigraph.query.execute;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.query.fixture.Authors;
import io.omnigraph.query.fixture.MemoryGraph;
import io.omnigraph.query.fixture.Reads;
import io.omnigraph.query.result.QueryRejected;
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
        .isInstanceOf(QueryRejected.class)
        .hasMessage(c.message());
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
