package io.omnigraph.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.source.SourceText;
import io.omnigraph.schema.SchemaCompiler.Result;
import io.omnigraph.schema.syntax.GeneratedSchemas;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class FuzzTest {

  private static final int SOURCES = 20_000;
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
    for (int i = 0; i < SOURCES; i++) {
      String source = mutated(GeneratedSchemas.source(i % 500), random);

      Result result = SchemaCompiler.compile(new SourceText("fuzz.pg", source));

      assertThat(result.schema().isPresent())
          .as("source %d is a schema or has problems: %s", i, source)
          .isEqualTo(result.problems().isEmpty());
    }
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
