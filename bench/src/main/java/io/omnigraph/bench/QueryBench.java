package io.omnigraph.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.execute.operator.Limits;
import io.omnigraph.execute.result.QueryTarget;
import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.GraphEngine;
import io.omnigraph.graph.embed.MockEmbedder;
import io.omnigraph.graph.maintenance.CacheCounts;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.io.load.LoadMode;
import io.omnigraph.io.load.LoadOutcome;
import io.omnigraph.io.load.LoadRequest;
import io.omnigraph.io.load.LoadSource;
import io.omnigraph.io.load.Loader;
import io.omnigraph.query.parameter.Parameters;
import io.omnigraph.schema.SchemaCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Queries in one process on a snapshot that is held: {@code QueryBench [people [follows [notes]]]},
 * by default a million people, five million edges and fifty thousand notes. Every query is prepared
 * once. Each line shows the first run on a fresh process and open graph, the median of warm runs,
 * what a run allocates, and what it is measured against: an aim, or the same answer worked out by
 * hand-written loops over plain arrays.
 */
public final class QueryBench {

  private static final String SCHEMA =
      SocialGraph.SCHEMA
          + """
          node Note {
            slug: String @key
            text: String @index
            place: Vector(64) @index
          }
          """;

  private static final String[] WORDS = {
    "river", "stone", "atlas", "water", "cloud", "ember", "forest", "harbour", "island", "meadow",
    "orchard", "pepper", "quarry", "saddle", "timber", "valley", "willow", "anchor", "basket"
  };

  private final Path directory;
  private final SocialGraph social;
  private final int notes;

  private QueryBench(Path directory, SocialGraph social, int notes) {
    this.directory = directory;
    this.social = social;
    this.notes = notes;
  }

  /** Runs the benchmark. */
  public static void main(String[] args) throws IOException {
    int people = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int follows = args.length > 1 ? Integer.parseInt(args[1]) : 5_000_000;
    int notes = args.length > 2 ? Integer.parseInt(args[2]) : 50_000;
    Path directory = Files.createTempDirectory("query-bench");
    try {
      new QueryBench(directory, new SocialGraph(people, follows), notes).run();
    } finally {
      BenchFiles.delete(directory);
    }
  }

  /** A query, how often it is run warm, and what it is measured against. */
  private record Case(
      String name, String source, IntFunction<String> parameters, int runs, Measure.Peer peer) {}

  private void run() throws IOException {
    Path root = directory.resolve("bench.omni");
    Path records = directory.resolve("records.jsonl");
    social.write(records);
    writeNotes(records);
    long start = System.nanoTime();
    load(root, records);
    Files.delete(records);
    System.out.printf(
        "loaded %,d people, %,d follows, %,d notes in %.1f s%n",
        social.people(), social.follows(), notes, (System.nanoTime() - start) / 1e9);
    ArrayPeer arrays = ArrayPeer.of(social);
    System.out.printf(
        "%-24s %14s %12s %14s   %s%n", "query", "first run", "warm", "allocated", "against");
    QueryRunner runner =
        new QueryRunner(InstantSource.system(), new MockEmbedder(), Limits.usual());
    for (Case each : cases(arrays)) {
      // A graph of its own, and a cache of its own with it, so that the first run is a cold one.
      GraphEngine engine = BenchEngine.cold();
      try (Graph graph = engine.open(root.toString(), FaultPoints.none())) {
        measure(each, runner, graph.snapshot(ReadTarget.main()));
      }
      CacheCounts caches = engine.caches();
      System.out.printf(
          "%-24s caches: %,d of %,d bytes, %,d hits, %,d misses, %,d evictions%n",
          "",
          caches.usedBytes(),
          caches.budgetBytes(),
          caches.hits(),
          caches.misses(),
          caches.evictions());
    }
  }

  private static void measure(Case each, QueryRunner runner, Snapshot snapshot) throws IOException {
    RunnableQuery query = RunnableQuery.of(new SourceText("bench.gq", each.source()), null);
    Parameters[] parameters = new Parameters[64];
    for (int i = 0; i < parameters.length; i++) {
      JsonNode json = Json.mapper().readTree(each.parameters().apply(i));
      parameters[i] = query.bind(json);
    }
    QueryTarget target = QueryTarget.branch("main");
    Measure.Figures figures =
        Measure.of(
            each.runs(),
            run -> {
              ReadOutput output =
                  runner.read(query, parameters[run % parameters.length], snapshot, target);
              return output.rowCount();
            });
    Measure.Figures peer = each.peer().figures(each.runs());
    System.out.printf(
        "%-24s %11.1f ms %9s %11s B   %s%n",
        each.name(),
        figures.firstNanos() / 1e6,
        Measure.time(figures.medianNanos()),
        "%,d".formatted(figures.allocatedBytes()),
        each.peer().compare(figures, peer));
  }

  private static List<Case> cases(ArrayPeer arrays) {
    List<Case> cases = new ArrayList<>(walks(arrays));
    cases.addAll(passes(arrays));
    cases.addAll(searches());
    return cases;
  }

  /** Queries that begin at one person. */
  private static List<Case> walks(ArrayPeer arrays) {
    IntFunction<String> person =
        i -> "{\"h\":\"%s\"}".formatted(SocialGraph.handle(arrays.someone(i)));
    String hop1 = "$p: Person {handle: $h} $p follows $a";
    String hop2 = hop1 + " $a follows $b";
    return List.of(
        new Case(
            "point lookup",
            "query q($h: String) { match { $p: Person {handle: $h} } return { $p.name, $p.age } }",
            person,
            200_000,
            Measure.Peer.of("aim 5 us", 5_000, "hash map and arrays", arrays::lookup)),
        new Case(
            "1 hop",
            "query q($h: String) { match { " + hop1 + " } return { $a.name } }",
            person,
            50_000,
            Measure.Peer.of("arrays", arrays::oneHop)),
        new Case(
            "2 hops, ~100 paths",
            "query q($h: String) { match { " + hop2 + " } return { $b.name } }",
            i -> "{\"h\":\"%s\"}".formatted(SocialGraph.handle(arrays.wellConnected(i))),
            20_000,
            Measure.Peer.of("aim 50 us", 50_000, "arrays", arrays::twoHops)),
        new Case(
            "3 hops, counted",
            "query q($h: String) { match { "
                + hop2
                + " $b follows $c } return { count($c) as n } }",
            person,
            10_000,
            Measure.Peer.of("arrays", arrays::threeHops)));
  }

  /** Queries that look at all people. */
  private static List<Case> passes(ArrayPeer arrays) {
    IntFunction<String> none = _ -> "{}";
    return List.of(
        new Case(
            "filtered join",
            "query q($c: String) { match { $p: Person {city: $c} $p follows $a $a.age > 70 }"
                + " return { $p.handle, $a.handle } }",
            i -> "{\"c\":\"c" + i + "\"}",
            200,
            Measure.Peer.of("arrays", arrays::filteredJoin)),
        new Case(
            "global two-hop count",
            "query q() { match { $a: Person $a follows $b $b follows $c } return { count($c) as n"
                + " } }",
            none,
            60,
            Measure.Peer.of("aim 50 ms", 50_000_000, "arrays", arrays::globalTwoHops)),
        new Case(
            "grouped aggregate",
            "query q() { match { $p: Person } return { $p.city, count($p) as n, avg($p.age) as a }"
                + " }",
            none,
            60,
            Measure.Peer.of("arrays", arrays::grouped)),
        new Case(
            "top 10 of all",
            "query q() { match { $p: Person } return { $p.handle, $p.age } order { $p.age desc }"
                + " limit 10 }",
            none,
            60,
            Measure.Peer.of("arrays", arrays::oldest)));
  }

  private static List<Case> searches() {
    return List.of(
        new Case(
            "text search, top 10",
            "query q($t: String) { match { $n: Note } return { $n.slug } order { bm25($n.text, $t)"
                + " } limit 10 }",
            i ->
                "{\"t\":\"" + WORDS[i % WORDS.length] + " " + WORDS[(i + 5) % WORDS.length] + "\"}",
            50,
            Measure.Peer.none()),
        new Case(
            "vector search, top 10",
            "query q($t: String) { match { $n: Note } return { $n.slug } order {"
                + " nearest($n.place, $t) } limit 10 }",
            i -> "{\"t\":\"note " + i + "\"}",
            50,
            Measure.Peer.none()));
  }

  private void writeNotes(Path file) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder lines = new StringBuilder();
    try (var out = Files.newBufferedWriter(file, StandardOpenOption.APPEND)) {
      for (int i = 0; i < notes; i++) {
        lines.setLength(0);
        lines
            .append("{\"type\":\"Note\",\"data\":{\"slug\":\"n")
            .append(i)
            .append("\",\"text\":\"");
        for (int w = 0; w < 12; w++) {
          lines.append(WORDS[random.nextInt(WORDS.length)]).append(' ').append(random.nextInt(999));
          lines.append(' ');
        }
        lines.append("\",\"place\":[");
        for (int v = 0; v < 64; v++) {
          lines.append(v == 0 ? "" : ",").append(random.nextInt(2001) - 1000).append("e-3");
        }
        out.append(lines).append("]}}\n");
      }
    }
  }

  private static void load(Path root, Path records) throws IOException {
    var schema = SchemaCompiler.compile(new SourceText("bench.pg", SCHEMA)).schema().orElseThrow();
    try (Graph graph =
        BenchEngine.cold().create(root.toString(), schema, Optional.empty(), FaultPoints.none())) {
      LoadOutcome outcome =
          new Loader(graph)
              .load(new LoadRequest("main", LoadMode.APPEND, null), LoadSource.file(records));
      if (!(outcome instanceof LoadOutcome.Loaded)) {
        throw new IllegalStateException("the load was refused: " + outcome);
      }
    }
  }
}
