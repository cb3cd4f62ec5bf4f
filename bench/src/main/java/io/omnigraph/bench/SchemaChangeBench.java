package io.omnigraph.bench;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.graph.live.LiveSchema.Outcome;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.io.load.LoadMode;
import io.omnigraph.io.load.LoadRequest;
import io.omnigraph.io.load.LoadSource;
import io.omnigraph.io.load.Loader;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How long schema changes take on a large and on a small graph, and how many data files they write.
 * Adding, dropping and renaming a property should take the same on both and write none; what has to
 * look at rows or to write them is measured beside them.
 *
 * <p>Arguments: people (1000000), edges (2000000), people of the small graph (10000), rounds (15).
 */
public final class SchemaChangeBench {

  private static final String BASE = SocialGraph.SCHEMA;
  private static final String WIDER = BASE.replace("age: I32", "age: I32\n  nick: String?");
  private static final String RENAMED =
      BASE.replace("age: I32", "years: I32 @rename_from(\"age\")");

  private SchemaChangeBench() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws IOException {
    int people = argument(arguments, 0, 1_000_000);
    int edges = argument(arguments, 1, 2_000_000);
    int few = argument(arguments, 2, 10_000);
    int rounds = argument(arguments, 3, 15);
    Path directory = Files.createTempDirectory("schema-change");
    try {
      Map<String, Measured> large = measure(directory, new SocialGraph(people, edges), rounds);
      Map<String, Measured> small = measure(directory, new SocialGraph(few, 2 * few), rounds);
      System.out.printf(
          Locale.ROOT,
          "medians of %d rounds; large: %d nodes, %d edges; small: %d nodes, %d edges%n",
          rounds,
          people,
          edges,
          few,
          2 * few);
      large.forEach((change, one) -> {
        Measured other = small.getOrDefault(change, one);
        System.out.printf(
            Locale.ROOT,
            "%-28s large %8.2f ms, small %8.2f ms, ratio %5.2f, new data files %d%n",
            change,
            one.median(),
            other.median(),
            one.median() / other.median(),
            one.files());
      });
    } finally {
      delete(directory);
    }
  }

  private record Measured(double median, long files) {}

  private static Map<String, Measured> measure(Path directory, SocialGraph made, int rounds)
      throws IOException {
    Path file = directory.resolve("data.jsonl");
    made.write(file);
    String root = directory.resolve(made.people() + ".omni").toString();
    Schema base = schema(BASE);
    try (Graph graph =
        BenchEngine.SHARED.create(root, base, Optional.empty(), FaultPoints.none())) {
      new Loader(graph).load(new LoadRequest("main", LoadMode.APPEND, null), LoadSource.file(file));
    }
    Map<String, Measured> results = new TreeMap<>();
    results.put("1 add a property", alternate(root, WIDER, BASE, rounds));
    results.put("2 drop a property", alternate(root, BASE, WIDER, rounds));
    results.put("3 rename a property", alternate(root, RENAMED, back(RENAMED), rounds));
    String ranged = BASE.replace("age: I32", "age: I32  @range(age, 0..150)");
    results.put("4 add @range (rows checked)", alternate(root, ranged, BASE, 3));
    String filled = BASE.replace("age: I32", "age: I32\n  level: I32 @default(1)");
    results.put("5 add required, filled", alternate(root, filled, BASE, 3));
    return results;
  }

  /** The schema that gives a property its old name back. */
  private static String back(String renamed) {
    return renamed.replace("years: I32 @rename_from(\"age\")", "age: I32 @rename_from(\"years\")");
  }

  /** Times one change; the other one, which is not timed, undoes it. */
  private static Measured alternate(String root, String timed, String undoing, int rounds)
      throws IOException {
    apply(root, undoing);
    double[] millis = new double[rounds];
    long files = 0;
    for (int i = 0; i < rounds; i++) {
      long before = dataFiles(root);
      long start = System.nanoTime();
      apply(root, timed);
      millis[i] = (System.nanoTime() - start) / 1e6;
      files = Math.max(files, dataFiles(root) - before);
      apply(root, undoing);
    }
    Arrays.sort(millis);
    apply(root, BASE);
    return new Measured(millis[rounds / 2], files);
  }

  private static void apply(String root, String source) {
    try (LiveSchema live = BenchEngine.SHARED.schemas().open(root, FaultPoints.none())) {
      Outcome outcome = live.apply(schema(source), DropMode.SOFT, Optional.empty());
      if (!(outcome instanceof Outcome.Applied)) {
        throw new IllegalStateException(outcome.toString());
      }
    }
  }

  private static Schema schema(String source) {
    return SchemaCompiler.compile(new SourceText("social.pg", source)).schema().orElseThrow();
  }

  private static long dataFiles(String root) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root, "tables"))) {
      return files.filter(file -> file.toString().contains("/data/")).count();
    }
  }

  private static int argument(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
