package io.omnigraph.io.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.TableState;
import io.omnigraph.ground.fault.FaultPoints;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LoaderTest {

  private static final String SEED =
      """
      {"edge":"Calls","from":"9321483","to":"NLRTM","data":{"id":"c1","eta":"2026-02-01T04:30:00Z"}}
      {"type":"Vessel","data":{"imo":"9321483","name":"Kestrel","tonnage":14200.5,"flags":["reefer"]}}
      {"type":"Port","data":{"code":"NLRTM","name":"Rotterdam"}}
      {"type":"Port","data":{"code":"DEHAM","name":"Hamburg"}}
      """;

  static final List<Refusal> REFUSALS =
      List.of(
          new Refusal(
              "an edge to nowhere",
              LoadMode.MERGE,
              "{\"edge\":\"Calls\",\"from\":\"9321483\",\"to\":\"XXXXX\"}",
              "seed.jsonl:1: record 1: edge Calls row 1: dst 'XXXXX' not found in Port"),
          new Refusal(
              "an edge whose end is overwritten away",
              LoadMode.OVERWRITE,
              "{\"type\":\"Port\",\"data\":{\"code\":\"DEHAM\",\"name\":\"Hamburg\"}}",
              "edge Calls 'c1': dst 'NLRTM' not found in Port"),
          new Refusal(
              "too many edges",
              LoadMode.MERGE,
              """
              {"edge":"HomePort","from":"9321483","to":"NLRTM"}
              {"edge":"HomePort","from":"9321483","to":"DEHAM"}
              """,
              "seed.jsonl:2: record 2: @card violation on edge HomePort: source '9321483' has 2"
                  + " edges (max 1)"),
          new Refusal(
              "a key twice",
              LoadMode.MERGE,
              """
              {"type":"Port","data":{"code":"SEGOT","name":"Gothenburg"}}
              {"type":"Port","data":{"code":"SEGOT","name":"Göteborg"}}
              """,
              "seed.jsonl:2: record 2: @unique violation on Port.(code): value 'SEGOT' appears in"
                  + " rows 0 and 1"),
          new Refusal(
              "a stored key appended",
              LoadMode.APPEND,
              "{\"type\":\"Port\",\"data\":{\"code\":\"DEHAM\",\"name\":\"Hamburg\"}}",
              "seed.jsonl:1: record 1: Port 'DEHAM' exists already; load with mode merge to replace"
                  + " it"),
          new Refusal(
              "a stored edge appended",
              LoadMode.APPEND,
              "{\"edge\":\"Calls\",\"from\":\"9321483\",\"to\":\"DEHAM\",\"data\":{\"id\":\"c1\"}}",
              "seed.jsonl:1: record 1: Calls 'c1' exists already; load with mode merge to replace"
                  + " it"),
          new Refusal(
              "an id that is not the key",
              LoadMode.MERGE,
              "{\"type\":\"Port\",\"data\":{\"id\":\"x\",\"code\":\"y\",\"name\":\"z\"}}",
              "seed.jsonl:1: record 1: node Port has explicit id 'x' that does not match @key"
                  + " property 'code' value 'y'"),
          new Refusal(
              "an edge id twice",
              LoadMode.OVERWRITE,
              """
              {"edge":"Calls","from":"9321483","to":"NLRTM","data":{"id":"c9"}}
              {"edge":"Calls","from":"9321483","to":"DEHAM","data":{"id":"c9"}}
              """,
              "seed.jsonl:2: record 2: Calls 'c9' appears in rows 0 and 1"),
          new Refusal(
              "no JSON",
              LoadMode.MERGE,
              "{\"type\":\"Remark\",\"data\":{\"text\":\"calm\"}}\nhello",
              "seed.jsonl:2: invalid JSON at record 2: expected a value, found `h`"),
          new Refusal(
              "a key that is no Unicode",
              LoadMode.MERGE,
              "{\"type\":\"Port\",\"data\":{\"code\":\"a\\ud800\",\"name\":\"b\"}}",
              "seed.jsonl:1: invalid JSON at record 1: the text `a\\ud800` is not Unicode:"
                  + " `\\ud800` is half of a surrogate pair, in `data.code`"),
          new Refusal(
              "an end that is no Unicode",
              LoadMode.MERGE,
              "\n{\"edge\":\"Calls\",\"from\":\"\\udfff\",\"to\":\"NLRTM\"}",
              "seed.jsonl:2: invalid JSON at record 1: the text `\\udfff` is not Unicode: `\\udfff`"
                  + " is half of a surrogate pair, in `from`"),
          new Refusal(
              "a number with a huge exponent",
              LoadMode.MERGE,
              "{\"type\":\"Vessel\",\"data\":{\"imo\":\"1\",\"name\":\"x\",\"tonnage\":1e-99999999}}",
              "seed.jsonl:1: invalid JSON at record 1: the number `1e-99999999` has an exponent"
                  + " beyond 9999, in `data.tonnage`"),
          new Refusal(
              "deep nesting",
              LoadMode.MERGE,
              "{\"type\":\"Remark\",\"data\":{\"text\":" + "[".repeat(20_000),
              "seed.jsonl:1: invalid JSON at record 1: it is nested more than 512 levels deep"));

  static final List<String> BROKEN_BYTES =
      List.of("C0AF", "E08080", "EDA080", "F08080AF", "F4908080", "FF", "80");

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
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @ParameterizedTest
  @FieldSource("BROKEN_BYTES")
  void bytesThatAreNotUtf8LoadNothing(String bytes) {
    HexFormat hex = HexFormat.of();
    for (String record :
        List.of(
            "{\"type\":\"Port\",\"data\":{\"code\":\"@\",\"name\":\"b\"}}",
            "{ \"data\":{\"code\":\"\\u0061@\",\"name\":\"b\"},\"type\":\"Port\"}",
            "{\"type\":\"Port\",\"data\":{\"code\":\"a\",\"name\":\"b\",\"@\":1}}")) {
      byte[] content =
          hex.parseHex(hex.formatHex(record.getBytes(StandardCharsets.UTF_8)).replace("40", bytes));

      assertThat(
              new Loader(graph)
                  .load(
                      new LoadRequest("main", LoadMode.MERGE, null),
                      LoadSource.bytes("b", content)))
          .isInstanceOfSatisfying(
              LoadOutcome.Rejected.class,
              rejected ->
                  assertThat(rejected.problems().message())
                      .startsWith("b:1: invalid JSON at record 1: the bytes `")
                      .contains("` are not UTF-8, in `data"));
    }
    assertThat(graph.history("main")).hasSize(1);
  }

  @Test
  void aByteOrderMarkBeforeTheRecordsIsNoPartOfThem() {
    assertThat(load(LoadMode.MERGE, "\uFEFF" + SEED)).isInstanceOf(LoadOutcome.Loaded.class);
  }

  @Test
  void aSeedIsLoadedAsOneCommitWhateverTheOrderOfItsRecords() {
    LoadOutcome outcome = load(LoadMode.MERGE, SEED);

    assertThat(outcome)
        .isEqualTo(
            new LoadOutcome.Loaded(
                new TreeMap<>(Map.of("edge:Calls", 1L, "node:Port", 2L, "node:Vessel", 1L)),
                false,
                0));
    assertThat(graph.history("main"))
        .extracting(Commit::operation, Commit::actor)
        .first()
        .isEqualTo(tuple("load", "mira"));
    assertThat(graph.history("main")).hasSize(2);
    assertThat(head().edges("Calls").rowOf("c1")).isNotNegative();
  }

  @Test
  void anEmptyInputMakesNoCommit() {
    assertThat(load(LoadMode.MERGE, "\n"))
        .isEqualTo(new LoadOutcome.Loaded(new TreeMap<>(), false, 0));
    assertThat(graph.history("main")).hasSize(1);
  }

  @Test
  void mergingReplacesARowWhole() {
    load(LoadMode.MERGE, SEED);

    load(
        LoadMode.MERGE,
        """
        {"type":"Vessel","data":{"imo":"9321483","name":"Merlin"}}
        {"type":"Vessel","data":{"imo":"9321484","name":"Heron"}}
        """);

    NodeTable vessels = head().nodes("Vessel");
    int kestrel = vessels.rowOf("9321483");
    assertThat(vessels.liveCount()).isEqualTo(2);
    assertThat(((Column.Texts) vessels.column("name")).get(kestrel)).isEqualTo("Merlin");
    assertThat(vessels.column("tonnage").isNull(kestrel)).isTrue();
  }

  @Test
  void mergingTheSameRecordsAgainAddsNothing() {
    for (int i = 0; i < 3; i++) {
      assertThat(load(LoadMode.MERGE, SEED)).isInstanceOf(LoadOutcome.Loaded.class);
    }

    assertThat(rows())
        .containsAllEntriesOf(Map.of("edge:Calls", 1L, "node:Port", 2L, "node:Vessel", 1L));
    assertThat(graph.branches()).containsExactly("main");
  }

  @Test
  void ofAnEdgeIdThatIsMergedTwiceTheLastRecordCountsOnce() {
    load(LoadMode.MERGE, SEED);

    LoadOutcome outcome =
        load(
            LoadMode.MERGE,
            """
            {"edge":"HomePort","from":"9321483","to":"NLRTM","data":{"id":"h"}}
            {"edge":"HomePort","from":"9321483","to":"DEHAM","data":{"id":"h"}}
            """);

    assertThat(outcome).isInstanceOf(LoadOutcome.Loaded.class);
    assertThat(head().edges("HomePort").target(head().edges("HomePort").rowOf("h")))
        .isEqualTo("DEHAM");
  }

  @Test
  void overwritingReplacesTheTypesOfTheInputAndNoOthers() {
    load(LoadMode.MERGE, SEED);

    LoadOutcome outcome =
        load(
            LoadMode.OVERWRITE,
            """
            {"type":"Port","data":{"code":"NLRTM","name":"Rotterdam-Maasvlakte"}}
            {"type":"Port","data":{"code":"SEGOT","name":"Gothenburg"}}
            """);

    assertThat(outcome).isInstanceOf(LoadOutcome.Loaded.class);
    assertThat(rows())
        .containsAllEntriesOf(Map.of("edge:Calls", 1L, "node:Port", 2L, "node:Vessel", 1L));
    assertThat(head().nodes("Port").rowOf("DEHAM")).isNegative();
  }

  @Test
  void parallelEdgesAreLegal() {
    load(LoadMode.MERGE, SEED);

    load(LoadMode.APPEND, "{\"edge\":\"calls\",\"from\":\"9321483\",\"to\":\"NLRTM\"}");

    assertThat(rows()).containsEntry("edge:Calls", 2L);
  }

  @ParameterizedTest
  @FieldSource("REFUSALS")
  void aRefusedLoadChangesNothingAndTheNextOneWorks(Refusal given) {
    load(LoadMode.MERGE, SEED);
    Map<String, Long> before = rows();

    LoadOutcome outcome = load(given.mode(), given.data());

    assertThat(outcome)
        .isEqualTo(new LoadOutcome.Rejected(new LoadProblems(List.of(given.problem()), 1)));
    assertThat(rows()).isEqualTo(before);
    assertThat(graph.history("main")).hasSize(2);
    assertThat(load(LoadMode.MERGE, SEED)).isInstanceOf(LoadOutcome.Loaded.class);
  }

  @Test
  void uniquenessHoldsAgainstStoredRowsToo() {
    String berth = "{\"type\":\"Berth\",\"data\":{\"dock\":\"A\",\"number\":1}}";
    load(LoadMode.MERGE, berth + "{\"type\":\"Berth\",\"data\":{\"dock\":\"A\",\"number\":2}}");

    assertThat(load(LoadMode.MERGE, berth))
        .isInstanceOfSatisfying(
            LoadOutcome.Rejected.class,
            rejected ->
                assertThat(rejected.problems().message())
                    .contains("@unique violation on Berth.(dock, number)"));
  }

  @Test
  void aDateKeyGivesItsTextAsId() {
    load(LoadMode.MERGE, "{\"type\":\"Tide\",\"data\":{\"day\":\"20240501\",\"height\":2}}");

    assertThat(head().nodes("Tide").rowOf("2024-05-01")).isNotNegative();
  }

  @Test
  void theFirstTwentyProblemsAreShownAndTheOthersCounted() {
    String data =
        IntStream.rangeClosed(1, 23)
            .mapToObj(i -> "{\"type\":\"Ship" + i + "\"}\n")
            .collect(Collectors.joining());

    LoadOutcome outcome = load(LoadMode.MERGE, data);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            LoadOutcome.Rejected.class,
            rejected ->
                assertThat(rejected.problems().message().lines())
                    .hasSize(22)
                    .startsWith(
                        "the data has 23 problems; nothing was loaded",
                        "  seed.jsonl:1: record 1: unknown node type 'Ship1'")
                    .endsWith(
                        "  seed.jsonl:20: record 20: unknown node type 'Ship20'", "  and 3 more"));
  }

  @Test
  void aMissingBranchIsCreatedFromItsBaseOnly() {
    LoadRequest request =
        new LoadRequest("review", "main", LoadMode.MERGE, null, null, LoadListener.none());

    LoadOutcome first = new Loader(graph).load(request, source(SEED));
    LoadOutcome second = new Loader(graph).load(request, source(SEED));

    assertThat(first).extracting("branchCreated").isEqualTo(true);
    assertThat(second).extracting("branchCreated").isEqualTo(false);
    assertThat(graph.branches()).containsExactly("main", "review");
    assertThat(rows()).containsEntry("node:Port", 0L);
    assertThat(graph.snapshot(new ReadTarget.Branch("review")).tables())
        .filteredOn(table -> table.key().equals("node:Port"))
        .extracting(TableState::rows, TableState::branch, TableState::version)
        .containsExactly(tuple(2L, "review", 3L));
  }

  @Test
  void aMissingBranchWithoutABaseIsNamed() {
    LoadRequest request = new LoadRequest("review", LoadMode.MERGE, null);

    assertThatThrownBy(() -> new Loader(graph).load(request, source(SEED)))
        .isInstanceOf(NoSuchTargetException.class)
        .hasMessage("branch 'review' not found");
    assertThat(graph.branches()).containsExactly("main");
  }

  @Test
  void manyRowsAreAllThere() {
    String data =
        IntStream.range(0, 1_200)
            .mapToObj(i -> "{\"type\":\"Port\",\"data\":{\"code\":\"P" + i + "\",\"name\":\"p\"}}")
            .collect(Collectors.joining("\n"));

    load(LoadMode.APPEND, data);

    assertThat(rows()).containsEntry("node:Port", 1_200L);
    assertThat(head().nodes("Port").rowOf("P1199")).isNotNegative();
  }

  private LoadOutcome load(LoadMode mode, String data) {
    return new Loader(graph).load(new LoadRequest("main", mode, "mira"), source(data));
  }

  private static LoadSource source(String data) {
    return LoadSource.bytes("seed.jsonl", data.getBytes(StandardCharsets.UTF_8));
  }

  private Snapshot head() {
    return graph.snapshot(ReadTarget.main());
  }

  private Map<String, Long> rows() {
    return head().tables().stream().collect(Collectors.toMap(TableState::key, TableState::rows));
  }

  record Refusal(String name, LoadMode mode, String data, String problem) {}
}
