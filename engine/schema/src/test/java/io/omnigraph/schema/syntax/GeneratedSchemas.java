package io.omnigraph.schema.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Generates schema sources without problems: the same seed gives the same source. */
public final class GeneratedSchemas {

  private static final List<String> SCALARS =
      List.of("Bool", "I32", "I64", "U32", "U64", "F32", "F64", "Date", "DateTime");
  private static final List<String> TEXTS =
      List.of("\"plain\"", "\"with \\\"quotes\\\"\"", "\"a\\\\b\\n\\tc\"", "\"über\nzwei Zeilen\"");

  private final RandomGenerator random;

  private GeneratedSchemas(long seed) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** The source of a seed. */
  public static String source(long seed) {
    return new GeneratedSchemas(seed).source();
  }

  private String source() {
    List<String> declarations = new ArrayList<>();
    int interfaces = random.nextInt(3);
    for (int i = 0; i < interfaces; i++) {
      declarations.add("interface I" + i + " { " + properties("i" + i + "_", false) + " }");
    }
    int nodes = 1 + random.nextInt(4);
    for (int n = 0; n < nodes; n++) {
      declarations.add(node(n, interfaces));
    }
    int edges = random.nextInt(4);
    for (int e = 0; e < edges; e++) {
      declarations.add(edge(e, nodes));
    }
    Collections.shuffle(declarations, random);
    return String.join(one(List.of("\n", " ", " // comment\n", "/* comment */")), declarations);
  }

  private String node(int number, int interfaces) {
    String implemented =
        interfaces > 0 && random.nextBoolean() ? " implements I" + random.nextInt(interfaces) : "";
    String key = random.nextBoolean() ? " k: String " + one(List.of("@key", "@key(k)")) : "";
    return "node N%d%s%s {%s %s %s }"
        .formatted(number, header(), implemented, key, properties("p", true), nodeConstraints());
  }

  private String nodeConstraints() {
    return "t: String n: F64? "
        + one(
            List.of(
                "",
                "@unique(t, n)",
                "@index(n)",
                "@range(n, -1.5..)",
                "@range(n, ..9) @check(t, \"^\\\\d+$\")",
                "@range(n, 12345678901234567890..98765432109876543210.5)"));
  }

  private String edge(int number, int nodes) {
    String cardinality = one(List.of("", " @card(0..1)", " @card(1..)", " @card(2..4294967295)"));
    String body =
        random.nextBoolean() ? " { " + properties("w", false) + " @unique(src, dst) }" : "";
    return "edge E%d: N%d -> N%d%s%s%s"
        .formatted(
            number, random.nextInt(nodes), random.nextInt(nodes), cardinality, header(), body);
  }

  private String header() {
    return one(
        List.of(
            "",
            " @description(" + one(TEXTS) + ")",
            " @rename_from(\"Old\") @x(1.5) @y @z(word)",
            " @instruction(" + one(TEXTS) + ")"));
  }

  private String properties(String prefix, boolean ofNode) {
    StringBuilder properties = new StringBuilder();
    int count = random.nextInt(5);
    for (int p = 0; p < count; p++) {
      properties.append(prefix).append(p).append(": ").append(property(ofNode)).append('\n');
    }
    return properties.toString();
  }

  private String property(boolean ofNode) {
    String nullable = random.nextBoolean() ? "?" : "";
    String description = random.nextBoolean() ? " @description(" + one(TEXTS) + ")" : "";
    String type =
        switch (random.nextInt(ofNode ? 6 : 5)) {
          case 0 -> "[" + one(SCALARS) + "]" + nullable;
          case 1 -> "enum(open, 2024-q1, -x)" + nullable + one(List.of("", " @index"));
          case 2 -> "Blob" + nullable;
          case 3 -> one(SCALARS) + nullable + one(List.of("", " @unique", " @index @unique"));
          case 4 -> "Vector(" + (1 + random.nextInt(9)) + ")" + nullable;
          default -> "Vector(3)" + nullable + " @embed(t)";
        };
    return type + description;
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
