package io.omnigraph.query.check;

import static io.omnigraph.query.Samples.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.query.ast.SortDirection;
import io.omnigraph.query.check.TypedExpression.Constant;
import io.omnigraph.query.check.TypedExpression.ParameterValue;
import io.omnigraph.query.check.TypedExpression.Score;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What results and their order become. */
class CheckedResultTest {

  private static CheckedRead returning(String projections, String rest) {
    return read(
        "query q($p: I32, $a: Bool) { match { $x: Author $d: Doc } return { %s } %s }"
            .formatted(projections, rest));
  }

  record Column(String projection, String name, String type) {}

  static final List<Column> COLUMNS =
      List.of(
          new Column("$x.handle", "x.handle", "String"),
          new Column("$x.@id", "x.@id", "String"),
          new Column("$p", "p", "I32"),
          new Column("7", "literal", "I64"),
          new Column("[\"a\"]", "literal", "[String]"),
          new Column("now()", "now", "DateTime"),
          new Column("$x.born as year", "year", "I32?"),
          new Column("search($d.body, \"q\")", "search", "Bool"),
          new Column("count($x)", "x", "I64"),
          new Column("count($x.born)", "x.born", "I64"),
          new Column("sum($x.born)", "x.born", "F64?"),
          new Column("avg($x.score) as m", "m", "F64?"),
          new Column("min($x.born)", "x.born", "I32?"),
          new Column("max($x.@id)", "x.@id", "String?"),
          new Column("max($x.mood)", "x.mood", "enum(calm, loud)?"),
          new Column("count(1)", "literal", "I64"));

  @ParameterizedTest
  @FieldSource("COLUMNS")
  void columnsHaveNamesAndTypes(Column row) {
    OutputColumn column = returning(row.projection(), "").columns().getFirst();

    assertThat(column.name()).isEqualTo(row.name());
    assertThat(((OutputColumn.Typed) column).type()).hasToString(row.type());
  }

  @Test
  void aParameterComesBeforeANodeOfTheSameName() {
    CheckedRead query = read("query q($a: Bool) { match { $a: Author } return { $a, $a.handle } }");

    assertThat(query.columns().getFirst())
        .isInstanceOfSatisfying(
            OutputColumn.Plain.class,
            c -> assertThat(c.value()).isInstanceOf(ParameterValue.class));
    assertThat(query.columns().getLast().name()).isEqualTo("a.handle");
  }

  @Test
  void rowsAreGroupsWhereAColumnIsAnAggregate() {
    assertThat(returning("$x.handle, count($d) as n", "").isAggregate()).isTrue();
    assertThat(returning("$x.handle", "").isAggregate()).isFalse();
  }

  @Test
  void keysAreColumnsOrPropertiesThatNeedNotBeReturned() {
    CheckedRead query =
        returning("$x.handle as h, $x.@id as x", "order { h desc, x, $x.born desc }");

    assertThat(query.ranking()).isNull();
    assertThat(query.sortKeys().stream().map(CheckedResultTest::shown))
        .containsExactly("column 0 DESCENDING", "column 1 ASCENDING", "born DESCENDING");
  }

  private static String shown(SortKey key) {
    return switch (key) {
      case SortKey.ByColumn(int column, SortDirection direction) ->
          "column " + column + " " + direction;
      case SortKey.ByValue(var value, SortDirection direction) ->
          ((TypedExpression.PropertyValue) value).property().name() + " " + direction;
      case SortKey.ByAggregate(var value, SortDirection direction) ->
          value.function().word() + " " + direction;
    };
  }

  @Test
  void groupsAreOrderedByThePropertyTheyReturn() {
    CheckedRead query = returning("count($d) as n, $x.born as year", "order { $x.born }");

    assertThat(query.sortKeys().stream().map(CheckedResultTest::shown))
        .containsExactly("column 1 ASCENDING");
  }

  record Ranked(
      String projection, String order, Class<? extends Ranking> ranking, List<String> furtherKeys) {

    static Ranked of(String projection, String order, Class<? extends Ranking> ranking) {
      return new Ranked(projection, order, ranking, List.of());
    }
  }

  static final List<Ranked> RANKED =
      List.of(
          Ranked.of("$d", "order { bm25($d.body, \"q\") desc }", Ranking.Bm25.class),
          new Ranked(
              "$d",
              "order { bm25($d.body, \"q\"), $x.born desc }",
              Ranking.Bm25.class,
              List.of("born DESCENDING")),
          Ranked.of("$d", "order { nearest($d.v, \"q\") } limit 2", Ranking.Nearest.class),
          Ranked.of("nearest($d.v, \"q\") as far", "order { far } limit 2", Ranking.Nearest.class),
          Ranked.of(
              "$d",
              "order { rrf(nearest($d.v, \"q\"), bm25($d.body, \"q\")) desc } limit 2",
              Ranking.Fused.class));

  @ParameterizedTest
  @FieldSource("RANKED")
  void aRankingComesBeforeAllOtherKeys(Ranked row) {
    CheckedRead query = returning(row.projection(), row.order());

    assertThat(query.ranking()).isInstanceOf(row.ranking());
    assertThat(query.sortKeys().stream().map(CheckedResultTest::shown))
        .containsExactlyElementsOf(row.furtherKeys());
  }

  static final List<Column> SCORES =
      List.of(
          new Column("nearest($d.v, \"q\")", "nearest", "F64?"),
          new Column("bm25($d.body, \"q\")", "bm25", "F64?"),
          new Column("rrf(bm25($d.body, \"q\"), nearest($d.v, [1, 2, 3]), $p)", "rrf", "F64?"));

  @ParameterizedTest
  @FieldSource("SCORES")
  void theScoreOfTheOrderIsAColumn(Column row) {
    OutputColumn column =
        returning(row.projection(), "order { " + row.projection() + " } limit 2")
            .columns()
            .getFirst();

    assertThat(column.name()).isEqualTo(row.name());
    assertThat(column)
        .isInstanceOfSatisfying(
            OutputColumn.Plain.class,
            c -> {
              assertThat(c.value()).isInstanceOf(Score.class);
              assertThat(c.type()).hasToString(row.type());
            });
  }

  @Test
  void aLimitBeyond63BitsIsNoLimitInPractice() {
    assertThat(returning("$x", "limit 18446744073709551615").limit())
        .isEqualTo(new Constant(Long.MAX_VALUE, PropertyType.of(Scalar.I64)));
    assertThat(returning("$x", "").limit()).isNull();
  }
}
