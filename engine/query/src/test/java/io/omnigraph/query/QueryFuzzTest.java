package io.omnigraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.ast.QueryFile;
import io.omnigraph.query.fixture.RandomTexts;
import io.omnigraph.query.fixture.Suggestions;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.query.problem.Problem;
import io.omnigraph.query.problem.QueryDiagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** No text whatever makes the parser or the checker throw; a refusal has a code and a place. */
class QueryFuzzTest {

  private static final int CASES = Integer.getInteger("fuzz.texts", 20_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_260_301L);

  private final Map<String, Integer> refusals = new TreeMap<>();
  private int followed;

  @Test
  void neverThrows() {
    Random random = new Random(SEED);
    int parsed = 0;
    for (int i = 0; i < CASES; i++) {
      String text = RandomTexts.mutated(random);
      try {
        parsed += check(text);
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed %d, case %d: %s".formatted(SEED, i, text), e);
      }
    }
    assertThat(parsed).isGreaterThan(CASES / 100);
    assertThat(refusals).hasSizeGreaterThan(10);
    System.out.printf(
        "mutated queries: %d, of which %d parse; %d suggestions followed; refusals: %s%n",
        CASES, parsed, followed, refusals);
    assertThat(followed).isGreaterThan(CASES / 100);
  }

  /** The number of queries that the text has. */
  private int check(String text) {
    Checked<QueryFile> parsed = Samples.parse(text);
    note(parsed.problems(), text);
    List<QueryDeclaration> queries = parsed.value().map(QueryFile::queries).orElse(List.of());
    queries.forEach(query -> note(Queries.check(query, Samples.SCHEMA).problems(), text));
    return queries.size();
  }

  /** That a problem whose suggestion is followed is gone, and brings no error of syntax. */
  private void follow(Problem problem, String text) {
    QueryDiagnostic diagnostic = QueryDiagnostic.of(problem, new SourceText("sample.gq", text));
    // What is not Unicode has no bytes to count.
    if (diagnostic.suggestion() == null || !isUnicode(text)) {
      return;
    }
    followed++;
    String mended = Suggestions.followed(text, diagnostic.suggestion());
    List<Problem> left = Samples.parse(mended).problems();
    if (problem.stage() == Problem.Stage.TYPE) {
      assertThat(left).as("%s%n%s", text, mended).isEmpty();
    } else {
      assertThat(left)
          .as("%s%n%s", text, mended)
          .noneMatch(p ->
              p.span().start() == problem.span().start()
                  && p.message().equals(problem.message())
                  && mended.length() >= text.length());
    }
  }

  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private void note(List<Problem> problems, String text) {
    for (Problem problem : problems) {
      assertThat(problem.code()).as(text).matches("[QT][0-9]+");
      assertThat(problem.span().start()).as(text).isBetween(0, problem.span().end());
      assertThat(problem.span().end()).as(text).isLessThanOrEqualTo(text.length());
      refusals.merge(problem.code(), 1, Integer::sum);
      follow(problem, text);
    }
  }
}
