package io.omnigraph.query.check;

import static io.omnigraph.query.Samples.matching;
import static io.omnigraph.query.Samples.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.check.TypedExpression.Constant;
import io.omnigraph.query.check.TypedExpression.ParameterValue;
import io.omnigraph.query.check.TypedExpression.PropertyValue;
import io.omnigraph.query.check.TypedExpression.TextMatch;
import io.omnigraph.query.check.TypedExpression.Unusable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What match blocks become: variables, traversals, conditions, negations. */
class CheckedPatternTest {

  record Direction(String clauses, String traversals) {

    @Override
    public String toString() {
      return clauses;
    }
  }

  static final List<Direction> DIRECTIONS =
      List.of(
          new Direction("$a: Author $a wrote $b", "a:Author -Wrote{1,1}-> b:Book"),
          new Direction("$b: Book $b wrote $a", "a:Author -Wrote{1,1}-> b:Book"),
          new Direction("$b: Book $a wrote $b", "a:Author -Wrote{1,1}-> b:Book"),
          new Direction("$a: Author $b wrote $a", "a:Author -Wrote{1,1}-> b:Book"),
          new Direction("$a wrote $b $b: Book", "a:Author -Wrote{1,1}-> b:Book"),
          new Direction("$a: Author $x follows{1,2} $a", "x:Author -Follows{1,2}-> a:Author"),
          new Direction("$a: Author $a follows $a", "a:Author -Follows{1,1}-> a:Author"),
          new Direction(
              "$a: Author $a FOLLOWS $b".replace("FOLLOWS", "fOLLOWS"),
              "a:Author -Follows{1,1}-> b:Author"),
          new Direction(
              "$a: Author $a printedby $_".replace("$a: Author $a", "$a: Book $a"),
              "a:Book -PrintedBy{1,1}-> _:Press"),
          new Direction("$_ wrote $_", "_:Author -Wrote{1,1}-> _:Book"));

  @ParameterizedTest
  @FieldSource("DIRECTIONS")
  void traversalsRunInTheDirectionOfTheirEdges(Direction row) {
    Pattern match = read(matching(row.clauses())).match();

    assertThat(match.traversals().stream().map(CheckedPatternTest::shown))
        .containsExactly(row.traversals());
  }

  private static String shown(Pattern.Traversal t) {
    return "%s -%s{%d,%d}-> %s"
        .formatted(
            shown(t.from()), t.members().getFirst().type().name(), t.min(), t.max(), shown(t.to()));
  }

  private static String shown(NodeVariable variable) {
    return variable.name() + ":" + variable.type().name();
  }

  @Test
  void onlyEdgesThatEndWhereTheyStartChain() {
    Pattern match = read(matching("$a: Author $a follows $b $a wrote $c")).match();

    assertThat(match.traversals().stream().map(Pattern.Traversal::chains))
        .containsExactly(true, false);
  }

  @Test
  void everyTraversalIsAConditionOfItsOwn() {
    Pattern match = read(matching("$a: Author $b: Author $a follows $b $b follows $a")).match();

    assertThat(match.traversals().stream().map(CheckedPatternTest::shown))
        .containsExactly("a:Author -Follows{1,1}-> b:Author", "b:Author -Follows{1,1}-> a:Author");
  }

  @Test
  void variablesAreNumberedAndAnonymousOnesAreOfTheirOwn() {
    CheckedRead query =
        read(matching("$a: Author $a wrote $_ $a wrote $_ not { $a follows $x } $p: Press"));

    assertThat(query.match().variables().stream().map(v -> v.slot() + " " + v.name()))
        .containsExactly("0 a", "1 _", "2 _", "4 p");
    assertThat(
            query.match().blocks().getFirst().pattern().variables().stream().map(RowVariable::slot))
        .containsExactly(3);
    assertThat(query.slots()).isEqualTo(5);
    assertThat(query.tieBreakers().stream().map(RowVariable::name)).containsExactly("a", "p");
  }

  @Test
  void twoBindingsOfAVariableAreOne() {
    Pattern match = read(matching("$a: Author {born: 1} $a: Author {handle: \"x\"}")).match();

    assertThat(match.variables()).hasSize(1);
    assertThat(match.conditions()).hasSize(2);
  }

  @Test
  void aTraversalInANegationFindsItsDirectionLikeAnyOther() {
    Pattern match = read(matching("$b: Book not { $b wrote $a }")).match();

    assertThat(
            match.blocks().getFirst().pattern().traversals().stream()
                .map(CheckedPatternTest::shown))
        .containsExactly("a:Author -Wrote{1,1}-> b:Book");
  }

  @Test
  void differentBlocksMayUseTheSameName() {
    Pattern match = read(matching("$a: Author not { $a wrote $x } not { $a follows $x }")).match();

    assertThat(match.blocks().stream().map(b -> b.pattern().variables().getFirst().typeNames()))
        .containsExactly("Book", "Author");
  }

  static final List<String> CORRELATED =
      List.of(
          "$a: Author not { $a.born > 1975 }",
          "$a: Author not { $a: Author {born: 1} }",
          "$a: Author not { search($a.handle, \"x\") }",
          "$a: Author not { $a wrote $b not { $b.isbn = \"b2\" } }");

  @ParameterizedTest
  @FieldSource("CORRELATED")
  void aNegationMayMentionAnOuterVariableInAnyClause(String clauses) {
    assertThat(read(matching(clauses)).match().blocks()).hasSize(1);
  }

  private static Condition only(String clauses) {
    return read("query q($y: I32?, $s: String, $l: [I32], $t: Bool) { match { "
            + clauses
            + " } return { 1 as one } }")
        .match()
        .conditions()
        .getFirst();
  }

  @Test
  void anEntryOfABindingMapIsAnEquality() {
    assertThat(only("$a: Author {born: $y}"))
        .isInstanceOfSatisfying(
            Condition.Compares.class,
            c -> {
              assertThat(c.left()).isInstanceOf(PropertyValue.class);
              assertThat(c.comparison()).isEqualTo(Comparison.EQUAL);
              assertThat(c.right()).isInstanceOf(ParameterValue.class);
            });
  }

  @Test
  void anEntryForAListIsMembership() {
    assertThat(only("$a: Author {tags: \"x\"}")).isInstanceOf(Condition.HasElement.class);
  }

  @Test
  void containsIsMembershipInListsAndPartOfTexts() {
    assertThat(only("$a: Author $a.tags contains \"x\"")).isInstanceOf(Condition.HasElement.class);
    assertThat(only("$a: Author [\"x\"] contains $a.handle"))
        .isInstanceOf(Condition.HasElement.class);
    assertThat(only("$a: Author $l contains 5")).isInstanceOf(Condition.HasElement.class);
    assertThat(only("$a: Author $a.handle contains $s")).isInstanceOf(Condition.HasSubstring.class);
  }

  record Search(String clause, boolean expected) {}

  static final List<Search> SEARCHES =
      List.of(
          new Search("search($a.handle, \"x\")", true),
          new Search("match_text($a.handle, $s) = true", true),
          new Search("fuzzy($a.handle, $s, 1) != true", false),
          new Search("false = search($a.handle, $s)", false),
          new Search("search($a.handle, $s) != false", true));

  @ParameterizedTest
  @FieldSource("SEARCHES")
  void aSearchMatchesOrMustNot(Search row) {
    assertThat(only("$a: Author " + row.clause()))
        .isInstanceOf(row.expected() ? Condition.Holds.class : Condition.Negated.class);
  }

  @Test
  void aSearchMayBeComparedWithAParameter() {
    assertThat(only("$a: Author search($a.handle, $s) = $t"))
        .isInstanceOfSatisfying(
            Condition.Compares.class, c -> assertThat(c.left()).isInstanceOf(TextMatch.class));
  }

  @Test
  void datesBecomeDaysAndInstantsMilliseconds() {
    assertThat(right("$a: Author $a.joined >= date(\"2020-01-02\")"))
        .isInstanceOfSatisfying(Constant.class, c -> assertThat(c.value()).isEqualTo(18_263L));
    assertThat(right("$e: Event $e.at < datetime(\"1970-01-01T00:00:01.5Z\")"))
        .isInstanceOfSatisfying(Constant.class, c -> assertThat(c.value()).isEqualTo(1_500L));
  }

  @Test
  void aDateThatDoesNotExistFailsOnlyWhenTheQueryRuns() {
    assertThat(right("$a: Author $a.joined = date(\"2020-02-30\")"))
        .isInstanceOfSatisfying(
            Unusable.class,
            u -> assertThat(u.message()).isEqualTo("invalid Date literal '2020-02-30'"));
  }

  private static TypedExpression right(String clauses) {
    return ((Condition.Compares) only(clauses)).right();
  }

  @Test
  void aListOfWholeNumbersAndFractionsIsOneOfFractions() {
    assertThat(((Condition.HasElement) only("$a: Author [1, 2.5] contains $a.born")).list())
        .isInstanceOfSatisfying(
            Constant.class, c -> assertThat(c.value()).isEqualTo(List.of(1.0, 2.5)));
  }

  @Test
  void numbersOfAllTypesCanBeCompared() {
    assertThat(right("$a: Author $a.born < 1.5"))
        .isInstanceOfSatisfying(Constant.class, c -> assertThat(c.value()).isEqualTo(1.5));
  }
}
