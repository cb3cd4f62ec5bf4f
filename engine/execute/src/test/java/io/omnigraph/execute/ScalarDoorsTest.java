package io.omnigraph.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.execute.result.QueryTarget;
import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.diff.DiffFilter;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.io.export.Exporter;
import io.omnigraph.io.load.LoadMode;
import io.omnigraph.io.load.LoadOutcome;
import io.omnigraph.io.load.LoadRequest;
import io.omnigraph.io.load.LoadSource;
import io.omnigraph.io.load.Loader;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.migration.DefaultValue;
import io.omnigraph.values.JsonForm;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Reading;
import io.omnigraph.values.Scalar;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every scalar through every door and back: as key, as value and in lists. */
class ScalarDoorsTest {

  private static final QueryRunner RUNNER = QueryRunner.in(Graphs.ENGINE.world());

  /**
   * A scalar with different values, in ascending order.
   *
   * @param values as JSON; a zero is negative where it is no key
   * @param literals the same of the query language
   */
  record Case(String scalar, List<String> values, List<String> literals) {

    /** Values that are written as literals. */
    static Case of(String scalar, String... values) {
      return new Case(scalar, List.of(values), List.of(values));
    }

    /** Texts that a word goes before. */
    static Case quoted(String scalar, String word, String... texts) {
      List<String> values = Stream.of(texts).map(text -> "\"" + text + "\"").toList();
      return new Case(
          scalar, values, values.stream().map(value -> word + "(" + value + ")").toList());
    }

    String zeroSigned(int index) {
      return values.get(index).equals("0.0") ? "-0.0" : values.get(index);
    }
  }

  static final List<Case> CASES =
      List.of(
          Case.of("String", "\"\"", "\"0045-03-15\"", "\"Z\"", "\"a|b\"", "\"\uFFFD\"", "\"😀\""),
          Case.of("Bool", "false", "true"),
          Case.of("I32", "-2147483648", "-1", "0", "2147483647"),
          Case.of("I64", "-9223372036854775808", "0", "9007199254740993", "9223372036854775807"),
          Case.of("U32", "0", "2147483648", "4294967295"),
          Case.of("U64", "0", "9223372036854775807", "9223372036854775808", "18446744073709551615"),
          Case.of("F32", "-3.4028235", "0.0", "0.1", "0.2", "1024.5"),
          Case.of("F64", "-2.5", "0.0", "0.1", "0.30000000000000004", "1234567.25"),
          Case.quoted(
              "Date",
              "date",
              "-0044-03-15",
              "0000-01-01",
              "0045-03-15",
              "9999-12-31",
              "+10000-01-01"),
          Case.quoted(
              "DateTime",
              "datetime",
              "-0044-03-15T00:00:00.000Z",
              "0000-12-31T23:59:59.999Z",
              "0001-01-01T00:00:00.000Z",
              "0045-03-15T00:00:00.000Z",
              "2024-05-01T10:30:00.001Z",
              "+12024-01-01T00:00:00.000Z"),
          Case.quoted(
              "Duration",
              "duration",
              "-P106751991DT4H54.775808S",
              "-PT0.000001S",
              "PT0S",
              "PT0.5S",
              "P2DT3H0.5S",
              "P106751991DT4H54.775807S"));

  @TempDir private Path directory;

  @ParameterizedTest
  @FieldSource("CASES")
  void everyValueIsFoundAndShownAsItCameIn(Case given) throws IOException {
    try (Graph graph = graph(given, "loaded")) {
      load(graph, records(given, "k"));

      assertThat(graph.snapshot(new ReadTarget.Branch("main")).nodes("T").liveCount())
          .as("no two values are one key")
          .isEqualTo(given.values().size());
      for (int i = 0; i < given.values().size(); i++) {
        String value = given.values().get(i);
        String shown =
            "{\"k\":%s,\"v\":%s,\"l\":[%s]}"
                .formatted(
                    shown(given, value), shown(given, given.zeroSigned(i)), shown(given, value));
        String parameters = "{\"p\":" + given.zeroSigned(i) + "}";

        String literal = given.literals().get(i);
        for (String where :
            List.of(
                "{ k: $p }",
                "{ v: $p }",
                "{ l: $p }",
                "$t.v = $p",
                "{ k: " + literal + " }",
                "$t.v in [" + literal + "]")) {
          assertThat(read(graph, query(given, where, "k"), parameters))
              .as(where + " " + parameters)
              .containsExactly(shown);
        }
      }
    }
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void rowsAreOrderedByValueInBothDirections(Case given) throws IOException {
    try (Graph graph = graph(given, "loaded")) {
      load(graph, records(given, "k").reversed());
      String parameters = "{\"p\":" + given.values().getFirst() + "}";
      List<String> ascending = given.values().stream().map(v -> shown(given, v)).toList();

      assertThat(keys(read(graph, query(given, "", "v"), parameters))).isEqualTo(ascending);
      assertThat(keys(read(graph, query(given, "", "v desc"), parameters)))
          .isEqualTo(ascending.reversed());
      assertThat(read(graph, query(given, "$t.k > $p", "k"), parameters))
          .hasSize(ascending.size() - 1);
      assertThat(read(graph, query(given, "$t.v <= $p", "k"), parameters)).hasSize(1);
    }
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void whateverWayRowsCameTheGraphIsTheSame(Case given) throws IOException {
    try (Graph fast = graph(given, "fast");
        Graph slow = graph(given, "slow");
        Graph inserted = graph(given, "inserted");
        Graph merged = graph(given, "merged");
        Graph copy = graph(given, "copy")) {
      load(fast, records(given, "k"));
      load(slow, records(given, "\\u006b"));
      insert(inserted, given);
      merged.createBranch("side", "main");
      load(merged, records(given, "k"), "side");
      merged.merge(new MergeRequest("side", "main", MergeRequest.Grain.CELL, null, null));
      String exported = export(fast);
      load(copy, exported.lines().toList());

      assertThat(export(slow)).isEqualTo(exported);
      assertThat(export(inserted)).isEqualTo(exported);
      assertThat(export(merged)).isEqualTo(exported);
      assertThat(export(copy)).isEqualTo(exported);
      assertThat(differences(fast)).containsExactlyInAnyOrderElementsOf(data(exported));
    }
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void aDefaultIsReadAsALoadReadsIt(Case given) {
    PropertyType type = PropertyType.of(Scalar.of(given.scalar()).orElseThrow());
    for (int i = 0; i < given.values().size(); i++) {
      JsonNode json = json(given.zeroSigned(i));

      assertThat(DefaultValue.parse(type, json.asText()))
          .isEqualTo(
              type.scalar().read(json) instanceof Reading.Value(Object value)
                  ? Optional.of(value)
                  : Optional.empty());
    }
  }

  @Test
  void lengthsOfTimeAreAddedUpExactly() throws IOException {
    Case given = Case.quoted("Duration", "duration", "PT0.000001S", "PT1S", "P106751990D", "-P1D");
    String query =
        """
        query q() {
          match { $t: T }
          return {
            sum($t.v) as sum, avg($t.v) as mean, min($t.v) as min, max($t.v) as max,
            count(distinct $t.v) as n
          }
        }
        """;
    try (Graph graph = graph(given, "loaded")) {
      load(graph, records(given, "k"));

      assertThat(read(graph, query, "{}"))
          .containsExactly(
              "{\"sum\":\"P106751989DT1.000001S\",\"mean\":\"P26687997DT6H0.25S\","
                  + "\"min\":\"-P1D\",\"max\":\"P106751990D\",\"n\":4}");

      load(graph, records(Case.quoted("Duration", "duration", "P106751991D"), "k"));
      assertThatThrownBy(() -> read(graph, query, "{}"))
          .hasMessage("a sum exceeds the range of Duration");
    }
  }

  /** The JSON in which a value is shown. */
  private static String shown(Case given, String value) {
    Scalar scalar = Scalar.of(given.scalar()).orElseThrow();
    Reading reading = scalar.read(json(value));
    return Json.compact(JsonForm.tree(PropertyType.of(scalar), ((Reading.Value) reading).value()));
  }

  private static List<String> keys(List<String> rows) {
    return rows.stream().map(row -> Json.compact(json(row).get("k"))).toList();
  }

  private static String query(Case given, String condition, String order) {
    return """
    query q($p: %s) {
      match { $t: T %s }
      return { $t.k as k, $t.v as v, $t.l as l }
      order { $t.%s }
    }
    """
        .formatted(given.scalar(), condition, order);
  }

  private static List<String> read(Graph graph, String query, String parameters) {
    RunnableQuery runnable = RunnableQuery.of(new SourceText("q.gq", query), null);
    ReadOutput output =
        RUNNER.read(runnable, runnable.bind(json(parameters)), graph, QueryTarget.branch("main"));
    List<String> rows = new ArrayList<>();
    output.rows().forEach(row -> rows.add(Json.compact(Json.tree(row))));
    return rows;
  }

  private static void insert(Graph graph, Case given) {
    int count = given.values().size();
    ObjectNode parameters = Json.object();
    StringBuilder declared = new StringBuilder();
    StringBuilder body = new StringBuilder();
    IntStream.range(0, count)
        .forEach(i -> {
          declared
              .append(i == 0 ? "" : ", ")
              .append("$k%1$d: %2$s, $v%1$d: %2$s, $l%1$d: [%2$s]".formatted(i, given.scalar()));
          body.append("insert T { k: $k%1$d v: $v%1$d l: $l%1$d } ".formatted(i));
          parameters.set("k" + i, json(given.values().get(i)));
          parameters.set("v" + i, json(given.zeroSigned(i)));
          parameters.set("l" + i, json("[" + given.values().get(i) + "]"));
        });
    RunnableQuery query =
        RunnableQuery.of(new SourceText("q.gq", "query q(" + declared + ") { " + body + "}"), null);
    assertThat(
            RUNNER.change(
                query,
                query.bind(parameters),
                graph,
                new WriteRequest("main", null, QueryRunner.OPERATION)))
        .isInstanceOf(QueryRunner.Change.Done.class);
  }

  private Graph graph(Case given, String name) {
    String schema =
        "node T { k: %s @key v: %s? @unique l: [%s]? }"
            .formatted(given.scalar(), given.scalar(), given.scalar());
    return Graphs.create(
        directory.resolve(name + ".omni").toString(),
        SchemaCompiler.compile(new SourceText("t.pg", schema)).schema().orElseThrow(),
        Optional.empty(),
        FaultPoints.none());
  }

  private static List<String> records(Case given, String key) {
    return IntStream.range(0, given.values().size())
        .mapToObj(i ->
            "{\"type\":\"T\",\"data\":{\"%s\":%s,\"v\":%s,\"l\":[%s]}}"
                .formatted(key, given.values().get(i), given.zeroSigned(i), given.values().get(i)))
        .toList();
  }

  private static void load(Graph graph, List<String> records) {
    load(graph, records, "main");
  }

  private static void load(Graph graph, List<String> records, String branch) {
    byte[] text = (String.join("\n", records) + "\n").getBytes(StandardCharsets.UTF_8);
    assertThat(
            new Loader(graph)
                .load(
                    new LoadRequest(branch, LoadMode.MERGE, null), LoadSource.bytes("data", text)))
        .isInstanceOf(LoadOutcome.Loaded.class);
  }

  private static String export(Graph graph) throws IOException {
    StringWriter text = new StringWriter();
    Snapshot snapshot = graph.snapshot(new ReadTarget.Branch("main"));
    new Exporter(snapshot).write(List.copyOf(snapshot.schema().nodes()), text);
    return text.toString();
  }

  private static List<String> data(String exported) {
    return exported.lines().map(line -> sorted(json(line).get("data"))).toList();
  }

  /** What the latest commit added, as a comparison with the one before shows it. */
  private static List<String> differences(Graph graph) {
    var commits = graph.history("main");
    List<String> rows = new ArrayList<>();
    graph
        .diff(
            new ReadTarget.AtCommit(commits.getLast().id()),
            new ReadTarget.AtCommit(commits.getFirst().id()))
        .each(
            DiffFilter.ALL,
            change -> {
              ObjectNode row = (ObjectNode) Json.tree(Objects.requireNonNull(change.after()));
              rows.add(sorted(row));
            });
    return rows;
  }

  private static String sorted(JsonNode object) {
    TreeMap<String, String> members = new TreeMap<>();
    object
        .properties()
        .forEach(member -> members.put(member.getKey(), Json.compact(member.getValue())));
    members.remove("id");
    return members.toString();
  }

  private static JsonNode json(String text) {
    return switch (Json.parse(text)) {
      case ParsedJson.Value(JsonNode value) -> value;
      case ParsedJson.Refused refused -> throw new AssertionError(refused.message());
    };
  }
}
