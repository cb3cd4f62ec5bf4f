package io.omnigraph.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler.Result;
import io.omnigraph.schema.syntax.GeneratedSchemas;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FuzzTest {

  private static final int SOURCES = 100_000;
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "@",
          "?",
          "..",
          "->",
          "-",
          ":",
          ",",
          "\"",
          "\\",
          "//",
          "/*",
          "node ",
          "edge ",
          "interface ",
          "implements ",
          "enum",
          "Vector(0)",
          "@card(1..0)",
          "@key(",
          "@embed",
          "99999999999999999999",
          "1.5",
          "\u0000",
          "\uD83D",
          "é",
          "$",
          " ");

  @Test
  void noSourceMakesTheCompilerThrow() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    List<String> sources = IntStream.range(0, 500).mapToObj(GeneratedSchemas::source).toList();
    int schemas = 0;
    for (int i = 0; i < SOURCES; i++) {
      String source = mutated(sources.get(i % sources.size()), random);

      Result result = SchemaCompiler.compile(new SourceText("fuzz.pg", source));

      if (result.schema().isPresent() != result.problems().isEmpty()) {
        fail("source %d is neither a schema nor has problems: %s", i, source);
      }
      schemas += result.schema().isPresent() ? 1 : 0;
    }

    System.out.printf("sources covered: %d, of which %d are schemas%n", SOURCES, schemas);
    assertThat(schemas).isBetween(1, SOURCES - 1);
  }

  private static String mutated(String source, RandomGenerator random) {
    StringBuilder text = new StringBuilder(source);
    int mutations = 1 + random.nextInt(4);
    for (int m = 0; m < mutations && !text.isEmpty(); m++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
        default -> text.setLength(at);
      }
    }
    return text.toString();
  }
}
