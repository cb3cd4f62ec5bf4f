package io.omnigraph.execute.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.MemoryGraph;
import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.graph.snapshot.WholeRange;
import io.omnigraph.query.check.RowVariable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is known of columns decides where a pattern is entered. */
class StatisticsTest {

  private static final MemoryGraph GRAPH =
      MemoryGraph.of(
          """
          node Person { name: String @key city: String? born: I32? }
          node Firm { name: String @key land: String? size: I32? }
          edge Worked: Person -> Firm
          """);

  /**
   * A match of people and firms, of which there are as many.
   *
   * @param distinct the different texts of {@code city}; those of {@code land} are 1,000
   * @param range of {@code born}; {@code size} is between 0 and 999
   * @param entered the variable that gets its nodes first
   */
  record Case(String conditions, long distinct, WholeRange range, String entered) {}

  private static final WholeRange WIDE = new WholeRange(0, 99_999);
  private static final WholeRange NARROW = new WholeRange(0, 9);

  static final List<Case> CASES =
      List.of(
          new Case("$p.city = \"x\" $f.land = \"x\"", 10, WIDE, "f"),
          new Case("$p.city = \"x\" $f.land = \"x\"", 100_000, WIDE, "p"),
          new Case("$p.born = 5 $f.size = 5", 10, NARROW, "f"),
          new Case("$p.born = 5 $f.size = 5", 10, WIDE, "p"),
          new Case("$p.born > 8 $f.size > 800", 10, NARROW, "p"),
          new Case("$p.born < 8 $f.size > 800", 10, NARROW, "f"),
          new Case("$p.born >= 20 $f.size >= 999", 10, NARROW, "p"),
          new Case("10 > $p.born $f.size >= 500", 10, WIDE, "p"));

  @ParameterizedTest
  @FieldSource("CASES")
  void aPatternIsEnteredWhereTheFewestRowsAreLeft(Case c) {
    String body =
        "match { $p: Person $f: Firm $p worked $f %s } return { $p.born, $f.size }"
            .formatted(c.conditions());

    ReadPlan plan = ReadPlan.of(Reads.checked(Reads.query("", body), GRAPH), new Known(c));

    assertThat(plan.steps().getFirst().step())
        .isInstanceOfSatisfying(
            Step.Scan.class,
            scan -> assertThat(scan.nodes().variable().name()).isEqualTo(c.entered()));
  }

  private record Known(Case of) implements Statistics {

    private static final Map<String, WholeRange> SIZES = Map.of("size", new WholeRange(0, 999));

    @Override
    public long nodes(String type) {
      return 100_000;
    }

    @Override
    public long edges(String type) {
      return 100_000;
    }

    @Override
    public OptionalLong distinct(RowVariable variable, String property) {
      return switch (property) {
        case "city" -> OptionalLong.of(of.distinct());
        case "land" -> OptionalLong.of(1_000);
        default -> OptionalLong.empty();
      };
    }

    @Override
    public Optional<WholeRange> range(RowVariable variable, String property) {
      return property.equals("born")
          ? Optional.of(of.range())
          : Optional.ofNullable(SIZES.get(property));
    }
  }
}
