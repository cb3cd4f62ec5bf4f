package io.omnigraph.query.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.RandomQueries;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.Queries;
import io.omnigraph.query.Samples;
import io.omnigraph.query.ast.QueryFile;
import io.omnigraph.query.fixture.RandomTexts;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.schema.catalog.Schema;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for the layout of every text: its meaning and its comments stay, and so does it. */
class FormatterLawsTest {

  private static final long SEED = Long.getLong("format.seed", 20_260_302L);
  private static final Pattern BLANK = Pattern.compile(" ");

  @Test
  void generatedQueriesAreCorrectAndKeepTheirMeaning() {
    Schema schema = Samples.schema(RandomQueries.SCHEMA);
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      String asked = i % 20 == 0 ? "explain " : "";
      String text = scattered(asked + RandomQueries.next(random).text(), random);
      QueryFile file = Samples.parse(text).value().orElseThrow();
      assertThat(Queries.check(file.queries().getFirst(), schema).problems()).as(text).isEmpty();
      keepsItsLaws(text);
    }
  }

  @Test
  void mutatedTextsThatParseKeepTheirMeaning() {
    Random random = new Random(SEED);
    int parsed = 0;
    for (int i = 0; i < 6_000; i++) {
      String text = RandomTexts.mutated(random);
      if (Samples.parse(text).value().isPresent()) {
        keepsItsLaws(text);
        parsed++;
      }
    }
    assertThat(parsed).isGreaterThan(200);
  }

  private static void keepsItsLaws(String text) {
    String formatted = formatted(text);

    assertThat(meaning(formatted)).as("seed %s: %s", SEED, text).isEqualTo(meaning(text));
    assertThat(formatted(formatted)).as("seed %s: %s", SEED, text).isEqualTo(formatted);
    assertThat(comments(formatted)).as("seed %s: %s", SEED, text).isEqualTo(comments(text));
  }

  private static String formatted(String text) {
    return QueryFormatter.format(new SourceText("q.gq", text)).value().orElseThrow();
  }

  private static String meaning(String text) {
    Checked<QueryFile> parsed = Samples.parse(text);
    assertThat(parsed.problems()).as(text).isEmpty();
    return Meaning.of(parsed.value().orElseThrow());
  }

  /** The comments that {@link #scattered} adds. */
  private static long comments(String text) {
    return Pattern.compile("one|two").matcher(text).results().count();
  }

  /** The text with other white space, and with comments. */
  private static String scattered(String text, Random random) {
    StringBuilder scattered = new StringBuilder();
    for (String word : BLANK.splitAsStream(text).toList()) {
      scattered.append(word).append(gap(random));
    }
    return scattered.toString();
  }

  private static String gap(Random random) {
    return switch (random.nextInt(14)) {
      case 0 -> "\n";
      case 1 -> "\n\n \t";
      case 2 -> " // one\n";
      case 3 -> "\n  // one {\n\n";
      case 4 -> " /* two */ ";
      case 5 -> "\n/* two\n  */\n";
      default -> " ";
    };
  }
}
