package io.omnigraph.query;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.ast.QueryFile;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No text whatever makes the parser or the checker throw. */
class QueryFuzzTest {

  private static final int CASES = 20_000;
  private static final long SEED = Long.getLong("fuzz.seed", 20_260_301L);

  private static final List<String> SEEDS =
      List.of(
          "query a($h: String?, $v: Vector(3)) @description(\"x\") { match { $a: Author {handle:"
              + " $h, born: 5} $a follows{1,3} $b not { $b wrote $_ } $a.tags contains \"x\" }"
              + " return { $a.handle as h, count($b) as n } order { n desc, $a.handle } limit 5 }",
          "query s($q: String) { match { $d: Doc search($d.body, $q) fuzzy($d.body, \"y\", 2) ="
              + " false } return { $d, nearest($d.v, [1, 2.5, 3]) as far } order {"
              + " rrf(nearest($d.v, $q), bm25($d.body, $q), 60) } limit 3 }",
          "query m($on: Date) { insert Author { handle: \"x\" joined: $on tags: [\"a\", \"b\"] }"
              + " insert Wrote { from: \"x\" to: \"y\" } update Event set { at: now() } where code"
              + " = \"z\" delete Follows where since <= date(\"2020-01-01\") }");

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          ",",
          ":",
          ".",
          "$",
          "$a",
          "$_",
          "\"",
          "\\",
          "=",
          "!=",
          "<",
          "query",
          "match",
          "not",
          "contains",
          "limit",
          "order",
          "null",
          "now()",
          "count(",
          "1",
          "0.5",
          "99999999999999999999",
          "Author",
          "Vector(0)",
          "/*",
          "//",
          "\uFEFF",
          "\uD800",
          "-",
          "?",
          "@");

  @Test
  void neverThrows() {
    Random random = new Random(SEED);
    for (int i = 0; i < CASES; i++) {
      String text = mutated(random);
      assertThatCode(() -> run(text))
          .as("seed %s, case %s: %s", SEED, i, text)
          .doesNotThrowAnyException();
    }
  }

  private static void run(String text) {
    Optional<QueryFile> file = Samples.parse(text).value();
    for (QueryDeclaration query : file.map(QueryFile::queries).orElse(List.of())) {
      Queries.check(query, Samples.SCHEMA).value();
    }
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(pick(SEEDS, random));
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, pick(PIECES, random));
        case 2 -> text.replace(at, end, pick(PIECES, random));
        default -> text.insert(at, text.substring(at, end));
      }
    }
    return text.toString();
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
