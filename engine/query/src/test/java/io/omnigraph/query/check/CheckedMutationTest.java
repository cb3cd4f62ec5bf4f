package io.omnigraph.query.check;

import static io.omnigraph.query.Samples.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.ast.SystemField;
import io.omnigraph.query.check.TypedExpression.Constant;
import io.omnigraph.query.check.TypedExpression.Now;
import io.omnigraph.query.check.TypedExpression.ParameterValue;
import io.omnigraph.query.check.TypedExpression.PropertyValue;
import io.omnigraph.query.check.TypedExpression.SystemValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What mutations become. */
class CheckedMutationTest {

  private static List<CheckedStatement> statements(String parameters, String body) {
    var checked = check("query q(" + parameters + ") { " + body + " }");
    assertThat(checked.problems()).isEmpty();
    return ((CheckedMutation) checked.value().orElseThrow()).statements();
  }

  private static CheckedStatement only(String parameters, String body) {
    return statements(parameters, body).getFirst();
  }

  static final List<String> ACCEPTED =
      List.of(
          "insert Author { handle: \"x\" score: 3 }",
          "insert Author { handle: \"x\" tags: [] }",
          "insert Event { code: \"x\" marks: [] }",
          "insert Event { code: \"x\" marks: [1, 2.5] at: now() }",
          "insert Author { handle: \"x\" mood: \"calm\" born: 99999999999 }",
          "insert Doc { slug: \"x\" body: \"y\" }",
          "insert Doc { slug: \"x\" body: \"y\" v: [1, 2.5, 3] }",
          "insert Rated { from: \"x\" to: \"y\" stars: 5 }",
          "update Author set { handle: \"x\" } where born >= 1",
          "insert Author { handle: \"x\" } delete Author where handle = \"x\"");

  @ParameterizedTest
  @FieldSource("ACCEPTED")
  void acceptsWhatCanOnlyFailWhenItRuns(String body) {
    assertThat(statements("", body)).isNotEmpty();
  }

  @Test
  void aTextParameterMayBecomeABlob() {
    assertThat(only("$c: String?", "insert Book { isbn: \"x\" title: \"y\" cover: $c }"))
        .isInstanceOfSatisfying(
            CheckedStatement.InsertNode.class,
            insert ->
                assertThat(insert.assignments().getLast().value())
                    .isInstanceOf(ParameterValue.class));
  }

  @Test
  void aListOfNumbersBecomesAVector() {
    assertThat(only("", "insert Doc { slug: \"x\" body: \"y\" v: [1, 2.5, 3] }"))
        .isInstanceOfSatisfying(
            CheckedStatement.InsertNode.class,
            insert ->
                assertThat(insert.assignments().getLast().value())
                    .isInstanceOfSatisfying(
                        Constant.class,
                        c -> assertThat(c.value()).isEqualTo(new float[] {1f, 2.5f, 3f})));
  }

  @Test
  void theEndsOfAnEdgeAreNotAmongItsAssignments() {
    assertThat(only("$to: String", "insert Rated { stars: 5 from: \"x\" to: $to }"))
        .isInstanceOfSatisfying(
            CheckedStatement.InsertEdge.class,
            insert -> {
              assertThat(insert.from()).isInstanceOf(Constant.class);
              assertThat(insert.to()).isInstanceOf(ParameterValue.class);
              assertThat(insert.assignments().stream().map(a -> a.property().name()))
                  .containsExactly("stars");
            });
  }

  @Test
  void edgesAreDeletedByAnEndOrAProperty() {
    assertThat(condition("delete Follows where from = \"cyd\""))
        .isInstanceOfSatisfying(
            Condition.Compares.class,
            c -> {
              assertThat(c.left())
                  .isInstanceOfSatisfying(
                      SystemValue.class, v -> assertThat(v.field()).isEqualTo(SystemField.SRC));
              assertThat(c.comparison()).isEqualTo(Comparison.EQUAL);
            });
    assertThat(condition("delete Rated where stars < 3"))
        .isInstanceOfSatisfying(
            Condition.Compares.class, c -> assertThat(c.left()).isInstanceOf(PropertyValue.class));
  }

  private static Condition condition(String statement) {
    return ((CheckedStatement.Delete) only("", statement)).condition();
  }

  @Test
  void anUpdateChangesNodesByAPredicate() {
    assertThat(only("", "update Event set { at: now() } where code != \"x\""))
        .isInstanceOfSatisfying(
            CheckedStatement.Update.class,
            update -> {
              assertThat(update.row().typeNames()).isEqualTo("Event");
              assertThat(update.assignments().getFirst().value()).isInstanceOf(Now.class);
              assertThat(update.condition()).isInstanceOf(Condition.Compares.class);
            });
  }
}
