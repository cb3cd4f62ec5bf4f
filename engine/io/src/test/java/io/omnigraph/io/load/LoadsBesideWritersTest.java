package io.omnigraph.io.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LoadsBesideWritersTest {

  private static final WriteRequest WRITE = new WriteRequest("main", "mira", "mutate");
  private static final String HAMBURG = port("DEHAM", "Hamburg");

  /**
   * What others do while a load is read for the first time, how often it is read in all, and what
   * becomes of it.
   */
  record Meanwhile(
      String what, LoadMode mode, String records, Others others, int readings, String outcome) {}

  interface Others {

    void act(Graph graph);
  }

  static final List<Meanwhile> MEANWHILE =
      List.of(
          new Meanwhile(
              "a row of another key",
              LoadMode.MERGE,
              HAMBURG,
              graph -> upsert(graph, "NLRTM", "Rotterdam"),
              1,
              "loaded: BEANR=Antwerp DEHAM=Hamburg NLRTM=Rotterdam"),
          new Meanwhile(
              "a row of another key beside an appended one",
              LoadMode.APPEND,
              HAMBURG,
              graph -> upsert(graph, "NLRTM", "Rotterdam"),
              1,
              "loaded: BEANR=Antwerp DEHAM=Hamburg NLRTM=Rotterdam"),
          new Meanwhile(
              "a row of the same key",
              LoadMode.MERGE,
              HAMBURG,
              graph -> upsert(graph, "DEHAM", "Hammonia"),
              1,
              "loaded: BEANR=Antwerp DEHAM=Hamburg"),
          new Meanwhile(
              "a change of a row that the load replaces",
              LoadMode.MERGE,
              port("BEANR", "Antwerpen"),
              graph -> upsert(graph, "BEANR", "Anvers"),
              1,
              "loaded: BEANR=Antwerpen"),
          new Meanwhile(
              "the removal of a row that the load replaces",
              LoadMode.MERGE,
              port("BEANR", "Antwerpen"),
              graph -> {
                upsert(graph, "NLRTM", "Rotterdam");
                graph.write(WRITE, tx -> tx.deleteNode("Port", "BEANR"));
              },
              1,
              "loaded: BEANR=Antwerpen NLRTM=Rotterdam"),
          new Meanwhile(
              "the removal of every row",
              LoadMode.MERGE,
              port("BEANR", "Antwerpen"),
              graph -> graph.write(WRITE, tx -> tx.deleteNode("Port", "BEANR")),
              2,
              "loaded: BEANR=Antwerpen"),
          new Meanwhile(
              "rows around one that the load replaces",
              LoadMode.MERGE,
              port("BEANR", "Antwerpen"),
              graph -> {
                upsert(graph, "AAAAA", "first");
                upsert(graph, "ZZZZZ", "last");
                graph.write(WRITE, tx -> tx.deleteNode("Port", "AAAAA"));
              },
              1,
              "loaded: BEANR=Antwerpen ZZZZZ=last"),
          new Meanwhile(
              "a row of an appended key",
              LoadMode.APPEND,
              HAMBURG,
              graph -> upsert(graph, "DEHAM", "Hammonia"),
              2,
              "data:1: record 1: Port 'DEHAM' exists already; load with mode merge to replace it"),
          new Meanwhile(
              "the removal of a node at an end",
              LoadMode.MERGE,
              "{\"edge\":\"Calls\",\"from\":\"9321483\",\"to\":\"BEANR\"}",
              graph -> graph.write(WRITE, tx -> tx.deleteNode("Port", "BEANR")),
              2,
              "data:1: record 1: edge Calls row 1: dst 'BEANR' not found in Port"),
          new Meanwhile(
              "a row with values that only one may have",
              LoadMode.MERGE,
              "{\"type\":\"Berth\",\"data\":{\"dock\":\"east\",\"number\":1}}",
              graph -> berth(graph, 1),
              2,
              "data:1: record 1: @unique violation on Berth.(dock, number)"),
          new Meanwhile(
              "a row with other values where only one may have them",
              LoadMode.MERGE,
              "{\"type\":\"Berth\",\"data\":{\"dock\":\"east\",\"number\":1}}",
              graph -> berth(graph, 2),
              2,
              "loaded: BEANR=Antwerp"),
          new Meanwhile(
              "an edge more than a node may have",
              LoadMode.MERGE,
              "{\"edge\":\"HomePort\",\"from\":\"9321483\",\"to\":\"BEANR\"}",
              graph ->
                  graph.write(
                      WRITE, tx -> tx.upsertEdge("HomePort", "h", "9321483", "BEANR", Map.of())),
              2,
              "data:1: record 1: @card violation on edge HomePort"));

  @TempDir Path directory;

  private Graph graph;

  @BeforeEach
  void create() {
    graph =
        Graphs.create(
            directory.resolve("harbour.omni").toString(),
            Harbour.schema(),
            Optional.empty(),
            FaultPoints.none());
    load(LoadMode.MERGE, LoadSource.bytes("seed", bytes(port("BEANR", "Antwerp"))));
    load(
        LoadMode.MERGE,
        LoadSource.bytes(
            "seed",
            bytes("{\"type\":\"Vessel\",\"data\":{\"imo\":\"9321483\",\"name\":\"Aurora\"}}")));
    berth(graph, 9);
    graph.write(WRITE, tx -> tx.upsertEdge("Calls", "c", "9321483", "BEANR", Map.of()));
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @ParameterizedTest
  @FieldSource("MEANWHILE")
  void aLoadGoesOnWhereOthersLeaveItsChecksAsTheyAre(Meanwhile given) {
    AtomicInteger readings = new AtomicInteger();
    LoadSource source =
        source(
            given.records(),
            () -> {
              if (readings.incrementAndGet() == 1) {
                given.others().act(graph);
              }
            });

    LoadOutcome outcome = load(given.mode(), source);

    assertThat(said(outcome)).startsWith(given.outcome());
    assertThat(readings).hasValue(given.readings());
  }

  /** A writer inserts at every reading, so that a load which begins anew loses for ever. */
  @Test
  void everyLoadBesideAWriterWhoIsAlwaysFasterSucceeds() {
    for (int i = 0; i < 16; i++) {
      int number = i;
      LoadOutcome outcome =
          load(
              LoadMode.MERGE,
              source(port("L" + number, "load"), () -> upsert(graph, "W" + number, "writer")));

      assertThat(outcome).isInstanceOf(LoadOutcome.Loaded.class);
    }

    assertThat(graph.snapshot(ReadTarget.main()).nodes("Port").liveCount()).isEqualTo(1 + 32);
  }

  @Test
  void loadsOfDifferentKeysBesideInsertingClientsAllSucceed()
      throws InterruptedException, ExecutionException {
    int loads = 8;
    int inserts = 12;
    List<Callable<Boolean>> work =
        Stream.concat(
                IntStream.range(0, loads).mapToObj(this::loading),
                IntStream.range(0, 3).mapToObj(client -> inserting(client, inserts)))
            .toList();
    try (ExecutorService pool = Executors.newFixedThreadPool(work.size())) {
      for (Future<Boolean> end : pool.invokeAll(work)) {
        assertThat(end.get()).isTrue();
      }
    }

    assertThat(graph.snapshot(ReadTarget.main()).nodes("Port").liveCount())
        .isEqualTo(1 + loads + 3 * inserts);
  }

  private Callable<Boolean> loading(int number) {
    LoadSource source = LoadSource.bytes("data", bytes(port("L" + number, "load")));
    return () -> load(LoadMode.MERGE, source) instanceof LoadOutcome.Loaded;
  }

  private Callable<Boolean> inserting(int client, int rows) {
    return () ->
        IntStream.range(0, rows)
            .mapToObj(row -> upsert(graph, "C" + client + "-" + row, "client"))
            .allMatch(WriteOutcome.Committed.class::isInstance);
  }

  private static WriteOutcome<String> upsert(Graph graph, String code, String name) {
    return graph.write(
        WRITE, tx -> tx.upsertNode("Port", null, Map.of("code", code, "name", name)));
  }

  private static void berth(Graph graph, long number) {
    graph.write(
        WRITE, tx -> tx.upsertNode("Berth", null, Map.of("dock", "east", "number", number)));
  }

  private LoadOutcome load(LoadMode mode, LoadSource source) {
    return new Loader(graph).load(new LoadRequest("main", mode, "mira"), source);
  }

  private static LoadSource source(String records, Runnable opened) {
    return new LoadSource(
        "data",
        OptionalLong.empty(),
        true,
        () -> {
          opened.run();
          return new ByteArrayInputStream(bytes(records));
        });
  }

  private String said(LoadOutcome outcome) {
    return switch (outcome) {
      case LoadOutcome.Loaded _ -> "loaded: " + String.join(" ", ports());
      case LoadOutcome.NotLoaded not -> not.failure().message();
    };
  }

  private List<String> ports() {
    NodeTable ports = graph.snapshot(ReadTarget.main()).nodes("Port");
    Column.Texts names = (Column.Texts) ports.column("name");
    return IntStream.range(0, ports.size())
        .filter(ports::isLive)
        .mapToObj(row -> ports.id(row) + "=" + names.get(row))
        .sorted()
        .toList();
  }

  private static String port(String code, String name) {
    return "{\"type\":\"Port\",\"data\":{\"code\":\"" + code + "\",\"name\":\"" + name + "\"}}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
