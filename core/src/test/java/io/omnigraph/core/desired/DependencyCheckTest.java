package io.omnigraph.core.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.Address;
import io.omnigraph.core.samplekinds.States;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.source.SourceText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What may depend on what. */
final class DependencyCheckTest {

  private static final SourceSpan PLACE = new SourceText("cluster.yaml", "a\nb").span(2, 3);

  /** A desired state and what is wrong with its dependencies. */
  record Case(String name, String desired, List<String> problems) {

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Case> CASES =
      List.of(
          new Case("none", "policy.a policy.b", List.of()),
          new Case(
              "two ways to one thing",
              "policy.a>policy.b,policy.c policy.b>policy.c policy.c",
              List.of()),
          new Case(
              "unknown",
              "policy.alpha policy.b>policy.alfa",
              List.of(
                  "dependency_unknown policy.b: `policy.b` depends on `policy.alfa`, which is not"
                      + " declared; did you mean `policy.alpha`?")),
          new Case(
              "unknown, and like nothing",
              "policy.b>graph.somewhere",
              List.of(
                  "dependency_unknown policy.b: `policy.b` depends on `graph.somewhere`, which is"
                      + " not declared; declare it, or depend on something else")),
          new Case(
              "on itself",
              "policy.a>policy.a",
              List.of(
                  "dependency_cycle policy.a: `policy.a` depends on itself; remove that"
                      + " dependency")),
          new Case(
              "a circle with a way that leads to it",
              "graph.z>policy.c policy.b>policy.d policy.c>policy.b policy.d>policy.c",
              List.of(
                  "dependency_cycle policy.b: `policy.b` depends on itself by way of `policy.d`,"
                      + " `policy.c`; remove one of these dependencies")),
          new Case(
              "two circles",
              "graph.a>graph.b graph.b>graph.a policy.a>policy.a",
              List.of(
                  "dependency_cycle graph.a: `graph.a` depends on itself by way of `graph.b`;"
                      + " remove one of these dependencies",
                  "dependency_cycle policy.a: `policy.a` depends on itself; remove that"
                      + " dependency")));

  @ParameterizedTest
  @FieldSource("CASES")
  void everyUnknownDependencyAndEveryCircleIsReported(Case it) {
    var check = new DependencyCheck(States.desired(it.desired()).resources(), Map.of());

    assertThat(check.problems())
        .extracting(problem -> problem.code() + " " + problem.path() + ": " + problem.message())
        .isEqualTo(it.problems());
  }

  @Test
  void aProblemNamesThePlaceOfTheDeclaration() {
    Address address = new Address("policy", "a");
    var check =
        new DependencyCheck(
            States.desired("policy.a>policy.a").resources(), Map.of(address, PLACE));

    assertThat(check.problems())
        .singleElement()
        .satisfies(it -> assertThat(it.span()).isEqualTo(PLACE));
  }
}
