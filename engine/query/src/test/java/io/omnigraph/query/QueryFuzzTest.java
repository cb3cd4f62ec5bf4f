package io.omnigraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.ast.QueryFile;
import io.omnigraph.query.fixture.RandomTexts;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No text whatever makes the parser or the checker throw. */
class QueryFuzzTest {

  private static final int CASES = 200_000;
  private static final long SEED = Long.getLong("fuzz.seed", 20_260_301L);

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
    System.out.printf("mutated queries: %d, of which %d parse%n", CASES, parsed);
  }

  /** The number of queries that the text has. */
  private static int check(String text) {
    List<QueryDeclaration> queries =
        Samples.parse(text).value().map(QueryFile::queries).orElse(List.of());
    queries.forEach(query -> Queries.check(query, Samples.SCHEMA));
    return queries.size();
  }
}
