package io.omnigraph.bench;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.format.SchemaFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How long it takes to compile a schema source of a given size: as it is, with a few mutations, and
 * to lay it out. Prints medians; the limit for the median of a source of 100 kB is 10 ms.
 *
 * <p>Arguments: bytes of the source (100000), runs of each (300).
 */
public final class SchemaParseBench {

  private static final double LIMIT_MILLIS = 10;

  private SchemaParseBench() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) {
    int bytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
    String source = source(bytes);
    SplittableRandom random = new SplittableRandom(42);
    String[] mutated = new String[runs];
    Arrays.setAll(mutated, _ -> mutated(source, random));
    for (int i = 0; i < runs; i++) {
      compile(mutated[i]);
    }

    System.out.printf(Locale.ROOT, "source: %d bytes, %d runs each%n", source.length(), runs);
    print("compile", runs, _ -> compile(source));
    print("compile mutated", runs, i -> compile(mutated[i]));
    print("lay out", runs, _ -> SchemaFormatter.format(new SourceText("s.pg", source)).length());
  }

  private interface Work {
    int run(int i);
  }

  private static void print(String what, int runs, Work work) {
    double[] millis = new double[runs];
    long checksum = 0;
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      checksum += work.run(i);
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    double median = millis[runs / 2];
    System.out.printf(
        Locale.ROOT,
        "%-16s median %6.2f ms, 99th percentile %6.2f ms, median to the limit of %.0f ms %.2f"
            + " (checksum %d)%n",
        what,
        median,
        millis[runs * 99 / 100],
        LIMIT_MILLIS,
        median / LIMIT_MILLIS,
        checksum);
  }

  private static int compile(String source) {
    return SchemaCompiler.compile(new SourceText("s.pg", source)).problems().size();
  }

  private static String source(int bytes) {
    StringBuilder text = new StringBuilder(bytes + 1000);
    for (int i = 0; text.length() < bytes; i++) {
      text.append(
          """
          // A kind of ship, number %1$d.
          node Ship%1$d @description("ships of kind %1$d") {
            imo: String @key
            name: String @index @description("what it is called")
            tons: F64?
            status: enum(active, laid_up, scrapped)?
            flags: [String]?
            embedding: Vector(128)? @embed(name)
            @range(tons, 0.0..500000.0)
            @check(imo, "^[0-9]{7}$")
          }

          edge Follows%1$d: Ship%1$d -> Ship%2$d @card(0..8) {
            since: Date?
            @unique(src, dst)
          }

          """
              .formatted(i, i / 2));
    }
    return text.toString();
  }

  private static String mutated(String source, SplittableRandom random) {
    StringBuilder text = new StringBuilder(source);
    for (int m = 0; m < 4; m++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, "{}()@?.:\"".charAt(random.nextInt(9)));
        case 1 -> text.delete(at, Math.min(text.length(), at + 3));
        default -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
      }
    }
    return text.toString();
  }
}
