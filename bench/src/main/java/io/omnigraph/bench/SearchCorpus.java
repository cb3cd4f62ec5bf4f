package io.omnigraph.bench;

import io.omnigraph.execute.operator.Bindings;
import io.omnigraph.execute.operator.Heat;
import io.omnigraph.execute.operator.Limits;
import io.omnigraph.execute.operator.ReadRun;
import io.omnigraph.execute.plan.ReadPlan;
import io.omnigraph.execute.plan.Statistics;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.World;
import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.embed.MockEmbedder;
import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.TableState;
import io.omnigraph.graph.text.Word;
import io.omnigraph.graph.text.Words;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.parameter.Parameters;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.cache.FileCache;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.index.IndexUpkeep;
import io.omnigraph.store.lance.Rows;
import io.omnigraph.store.table.SnapshotView;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Made-up texts of ten words, common words far more often than rare ones, and vectors that lie in
 * clusters as those of texts do; the same for the same sizes.
 */
final class SearchCorpus {

  private static final int WORDS_PER_TEXT = 10;
  private static final int VOCABULARY = 50_000;
  private static final int CLUSTERS = 500;
  private static final double SPREAD = 0.7;

  private final Schema schema;
  private final TableLayout textLayout;
  private final TableLayout vectorLayout;
  private final Path root;
  private final int texts;
  private final float[][] vectors;
  private @Nullable TableData textData;
  private @Nullable TableData vectorData;

  SearchCorpus(Path root, int texts, int vectors, int dimension) {
    this.root = root;
    this.texts = texts;
    this.schema =
        SchemaCompiler.compile(
                new SourceText(
                    "bench.pg",
                    """
                    node Text { code: String @key  text: String @index }
                    node Point { code: String @key  tenth: I32  vec: Vector(%d) @index }
                    """
                        .formatted(dimension)))
            .schema()
            .orElseThrow();
    this.textLayout =
        new TableLayout(schema.node("Text").orElseThrow(), Map.of("code", "p1", "text", "p2"));
    this.vectorLayout =
        new TableLayout(
            schema.node("Point").orElseThrow(), Map.of("code", "p1", "tenth", "p2", "vec", "p3"));
    this.vectors = new float[vectors][];
    SplittableRandom random = new SplittableRandom(7);
    float[][] centers =
        IntStream.range(0, CLUSTERS)
            .mapToObj(_ -> near(new float[dimension], 1, random))
            .toArray(float[][]::new);
    for (int i = 0; i < vectors; i++) {
      this.vectors[i] = near(centers[random.nextInt(CLUSTERS)], SPREAD, random);
    }
  }

  /** Two words of the vocabulary, rather common ones. */
  static String query(int number) {
    return word(40 + 3 * number) + " " + word(400 + 7 * number);
  }

  void write() {
    try (TableStore tables =
        new TableStore(root.toString(), World.of(Map.of()), new FileCache(1 << 20))) {
      ColumnBuilder codes = codes(texts);
      ColumnBuilder bodies = new ColumnBuilder(textLayout.column("text").type(), texts);
      for (int row = 0; row < texts; row++) {
        bodies.set(row, text(row));
      }
      textData = write(tables, textLayout, texts, "tables/t1/a", codes, codes(texts), bodies);
      ColumnBuilder tenths = new ColumnBuilder(vectorLayout.column("tenth").type(), vectors.length);
      ColumnBuilder points = new ColumnBuilder(vectorLayout.column("vec").type(), vectors.length);
      for (int row = 0; row < vectors.length; row++) {
        tenths.set(row, row % 10);
        points.set(row, vectors[row]);
      }
      int count = vectors.length;
      vectorData =
          write(
              tables,
              vectorLayout,
              count,
              "tables/t2/a",
              codes(count),
              codes(count),
              tenths,
              points);
    }
  }

  void indexTexts() {
    textData = indexed(textLayout, textData);
  }

  void indexVectors() {
    vectorData = indexed(vectorLayout, vectorData);
  }

  /** The ten best texts by bm25, by looking at all of them. */
  List<Integer> scanTexts(String query) {
    List<String> wanted = Words.of(query).stream().map(Word::stem).toList();
    Words words = new Words();
    int[][] counts = new int[texts][];
    int[] having = new int[wanted.size()];
    for (int row = 0; row < texts; row++) {
      int[] found = new int[wanted.size()];
      words.each(
          text(row),
          word -> {
            int place = wanted.indexOf(words.word(word).stem());
            if (place >= 0) {
              found[place]++;
            }
          });
      for (int i = 0; i < found.length; i++) {
        having[i] += found[i] > 0 ? 1 : 0;
      }
      counts[row] = found;
    }
    return IntStream.range(0, texts)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> -score(counts[row], having)))
        .limit(10)
        .toList();
  }

  private double score(int[] counts, int[] having) {
    double score = 0;
    for (int i = 0; i < counts.length; i++) {
      score += Math.log(1 + (texts - having[i] + 0.5) / (having[i] + 0.5)) * counts[i];
    }
    return score;
  }

  /** The codes of the vectors nearest to the query of a number, by comparing all. */
  List<String> scanVectors(int number, int wanted) {
    float[] query = queryVector(number);
    double[] distances = new double[vectors.length];
    for (int row = 0; row < distances.length; row++) {
      distances[row] = 1 - cosine(vectors[row], query);
    }
    return IntStream.range(0, distances.length)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> distances[row]))
        .limit(wanted)
        .map(row -> "c" + row)
        .toList();
  }

  /** A process that has just opened the tables. */
  Opened open() {
    return new Opened(new TableStore(root.toString(), World.of(Map.of()), new FileCache(2L << 30)));
  }

  private TableData indexed(TableLayout layout, @Nullable TableData data) {
    try (TableStore tables =
        new TableStore(root.toString(), World.of(Map.of()), new FileCache(1L << 30))) {
      return new IndexUpkeep(tables).refresh(layout, Objects.requireNonNull(data));
    }
  }

  private static TableData write(
      TableStore tables, TableLayout layout, int count, String dataset, ColumnBuilder... columns) {
    List<io.omnigraph.graph.snapshot.Column> built =
        java.util.Arrays.stream(columns).map(ColumnBuilder::build).toList();
    Rows rows = new Rows(layout.all(), built, count);
    return tables.write(
        null, new BitSet(), Optional.of(rows), new TableStore.Target(dataset, List.of()));
  }

  private static ColumnBuilder codes(int count) {
    ColumnBuilder codes = new ColumnBuilder(ColumnSpec.ID.type(), count);
    for (int row = 0; row < count; row++) {
      codes.set(row, "c" + row);
    }
    return codes;
  }

  private static String text(int row) {
    SplittableRandom random = new SplittableRandom(row);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < WORDS_PER_TEXT; i++) {
      // Roughly Zipf's law: the logarithm of a word's rank is spread evenly.
      text.append(i == 0 ? "" : " ").append(word((int) Math.pow(VOCABULARY, random.nextDouble())));
    }
    return text.toString();
  }

  /** A word that can be told from all others, also by its stem. */
  private static String word(int rank) {
    StringBuilder word = new StringBuilder();
    for (int left = rank; left > 0 || word.isEmpty(); left /= 20) {
      word.append("bcdfghjklmnpqrstvwxz".charAt(left % 20)).append("aeiou".charAt(left % 5));
    }
    return word.append('k').toString();
  }

  private float[] queryVector(int number) {
    return near(vectors[number * 37 % vectors.length], 0.2, new SplittableRandom(number));
  }

  private static float[] near(float[] center, double spread, SplittableRandom random) {
    float[] vector = center.clone();
    for (int i = 0; i < vector.length; i++) {
      vector[i] += (float) (random.nextGaussian() * spread);
    }
    return vector;
  }

  private static double cosine(float[] left, float[] right) {
    double product = 0;
    double lefts = 0;
    double rights = 0;
    for (int i = 0; i < left.length; i++) {
      product += (double) left[i] * right[i];
      lefts += (double) left[i] * left[i];
      rights += (double) right[i] * right[i];
    }
    return product / Math.sqrt(lefts * rights);
  }

  /** Open tables, with nothing in memory at first. */
  final class Opened implements AutoCloseable, SnapshotView.Source {

    private final TableStore tables;
    private final Heat heat = new Heat();
    private final Map<String, RunnableQuery> queries = new HashMap<>();

    Opened(TableStore tables) {
      this.tables = tables;
    }

    List<String> bm25(String query) {
      return run(
          "$q: String",
          "match { $t: Text } return { $t.code as c } order { bm25($t.text, $q) } limit 10",
          Map.of("q", query));
    }

    List<String> search(String query) {
      return run(
          "$q: String",
          "match { $t: Text search($t.text, $q) } return { count($t) as n }",
          Map.of("q", query));
    }

    List<String> nearest(int number) {
      return nearest(number, "");
    }

    List<String> nearestFiltered(int number) {
      return nearest(number, "$p.tenth = 3");
    }

    private List<String> nearest(int number, String filter) {
      float[] query = queryVector(number);
      return run(
          "$v: Vector(" + query.length + ")",
          "match { $p: Point "
              + filter
              + " } return { $p.code as c }"
              + " order { nearest($p.vec, $v) } limit 10",
          Map.of("v", query));
    }

    private List<String> run(String declared, String body, Map<String, Object> values) {
      RunnableQuery query =
          queries.computeIfAbsent(
              body,
              text ->
                  RunnableQuery.of(
                      new SourceText("bench.gq", "query q(" + declared + ") { " + text + " }"),
                      null));
      Commit commit =
          new Commit(
              "01BENCH",
              "main",
              1,
              null,
              null,
              null,
              Instant.EPOCH,
              "load",
              "",
              new java.util.TreeMap<>());
      Snapshot snapshot = new SnapshotView(commit, schema, this);
      CheckedRead read = (CheckedRead) query.against(schema);
      List<@Nullable Object[]> rows =
          ReadRun.rows(
              ReadPlan.of(read, Statistics.of(snapshot)),
              snapshot,
              new Bindings(Parameters.of(values), Instant.EPOCH, new MockEmbedder()),
              new ReadRun.Setting(Limits.usual(), heat));
      return rows.stream().map(row -> String.valueOf(row[0])).toList();
    }

    @Override
    public TableRows rows(String tableKey) {
      return tables.rows(tableKey.equals("node:Text") ? textData : vectorData);
    }

    @Override
    public TableLayout layout(GraphType type) {
      return type.name().equals("Text") ? textLayout : vectorLayout;
    }

    @Override
    public TableState state(String tableKey) {
      return new TableState(tableKey, "", 1, null, rows(tableKey).liveCount());
    }

    @Override
    public Adjacency adjacency(EdgeType type, boolean outgoing) {
      throw new IllegalArgumentException("there are no edges");
    }

    @Override
    public void close() {
      tables.close();
    }
  }
}
