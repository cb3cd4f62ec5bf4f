package io.omnigraph.plugin.query.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.yaml.ConfigNode;
import io.omnigraph.ground.yaml.YamlDocument;
import io.omnigraph.query.Samples;
import io.omnigraph.query.ast.QueryDeclaration;
import io.omnigraph.query.check.CheckedQuery;
import io.omnigraph.schema.catalog.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryKindTest {

  private static final Schema SCHEMA =
      Samples.schema("node Vessel {\n  imo: String @key\n  flag: String?\n}\n");
  private static final String BY_IMO =
      """
      query vessel_by_imo($imo: String) {
        match { $v: Vessel { imo: $imo } }
        return { $v.imo, $v.flag }
      }
      """;

  @TempDir private Path directory;
  private RecordingContext context;

  @BeforeEach
  void setUp() {
    context = new RecordingContext(directory);
    Address schema = new Address("schema", "harbor");
    context.declare(Declared.composite(schema).withModel(SCHEMA));
  }

  private static String query(String name) {
    return "query " + name + "() { match { $v: Vessel } return { $v.imo } }\n";
  }

  private void write(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Declares the queries of the graph {@code harbor}, written as the value of its key. */
  private void declare(String queries) {
    declare("harbor", queries);
  }

  private void declare(String graph, String queries) {
    SourceText yaml = new SourceText("cluster.yaml", "queries: " + queries + "\n");
    ConfigNode root = YamlDocument.read(yaml).root().orElseThrow();
    ConfigEntry entry = new ConfigEntry("graphs", graph, (ConfigNode.Fields) root);
    new QueryKind().declare(entry, context);
  }

  private List<String> names() {
    return context.declaredOf("query").stream().map(d -> d.address().toString()).toList();
  }

  private List<String> reported() {
    return context.reported().stream()
        .map(d -> d.code() + " at " + d.path() + ": " + d.message())
        .toList();
  }

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(ResourceKind.class).stream().map(ServiceLoader.Provider::type))
        .contains(QueryKind.class);
  }

  @Test
  void ownsTheQueriesOfGraphs() {
    ResourceKind kind = new QueryKind();

    assertThat(kind.name()).isEqualTo("query");
    assertThat(kind.owner()).hasValue("graph");
    assertThat(kind.after()).containsExactly("schema");
    assertThat(kind.payload().orElseThrow().extension()).isEqualTo("gq");
    assertThat(kind.keys())
        .singleElement()
        .satisfies(key -> {
          assertThat(key.section() + "." + key.field()).isEqualTo("graphs.queries");
          assertThat(key.required()).isFalse();
          assertThat(key.whenAbsent()).isEqualTo("{}");
        });
  }

  @Test
  void aNamedQueryIsItsWholeFile() throws IOException {
    write("berths.gq", BY_IMO);

    declare("{ vessel_by_imo: { file: berths.gq } }");

    Declared declared = context.declaredOf("query").getFirst();
    assertThat(reported()).isEmpty();
    assertThat(declared.address()).hasToString("query.harbor.vessel_by_imo");
    assertThat(String.valueOf(declared.digest()))
        .contains("e090629083d02a0a39712dee4667353734a982e500cddfecc0ace11a66eda71c");
    assertThat(declared.dependsOn())
        .containsExactly(new Address("graph", "harbor"), new Address("schema", "harbor"));
    assertThat(declared.model(CheckedQuery.class)).isPresent();
  }

  @Test
  void aGraphWithoutQueriesDeclaresNone() {
    ConfigNode.Fields empty =
        (ConfigNode.Fields)
            YamlDocument.read(new SourceText("cluster.yaml", "schema: x")).root().orElseThrow();

    new QueryKind().declare(new ConfigEntry("graphs", "harbor", empty), context);
    declare("[]");

    assertThat(names()).isEmpty();
    assertThat(reported()).isEmpty();
  }

  @Test
  void aDirectoryIsEveryQueryOfItsFiles() throws IOException {
    write("stored/b.gq", query("two") + query("one"));
    write("stored/a.gq", query("three"));
    write("stored/notes.txt", "not a query");
    write("stored/OLD.GQ", "not a query");
    write("stored/.gq", "not a query");
    write("stored/.#a.gq", "the lock of an editor");
    write("stored/.a.gq.swp", "not saved yet");
    write("stored/.hidden.gq", "not a query");
    write("stored/a.gq~", "as it was");
    write("stored/#a.gq#", "not saved yet");
    write("stored/below/c.gq", query("four"));

    declare("stored/");

    assertThat(reported()).isEmpty();
    assertThat(names())
        .containsExactly("query.harbor.one", "query.harbor.three", "query.harbor.two");
    assertThat(context.declaredOf("query").getFirst().source())
        .satisfies(
            source -> assertThat(String.valueOf(source)).contains(directory + "/stored/b.gq"));
  }

  @Test
  void aFileIsEveryQueryInItWhateverItsExtension() throws IOException {
    write("a.txt", query("one") + query("two"));
    write("b.gq", query("three"));

    declare("a.txt");

    assertThat(names()).containsExactly("query.harbor.one", "query.harbor.two");
  }

  @Test
  void aListIsAllItsFilesAndDirectories() throws IOException {
    write("a.gq", query("one"));
    write("stored/b.gq", query("two"));

    declare("[a.gq, stored]");

    assertThat(names()).containsExactly("query.harbor.one", "query.harbor.two");
  }

  @Test
  void aDirectoryWithoutQueriesIsAWarning() throws IOException {
    Files.createDirectory(directory.resolve("stored"));

    declare("stored");

    assertThat(context.reported())
        .singleElement()
        .satisfies(d -> assertThat(d.severity()).isEqualTo(Diagnostic.Severity.WARNING));
    assertThat(reported())
        .containsExactly(
            "query_dir_empty at graphs.harbor.queries: "
                + "the query directory `stored` has no `.gq` files");
  }

  @Test
  void aMissingFileIsReportedWhereItIsNamed() throws IOException {
    write("binary.gq", "");
    Files.write(directory.resolve("binary.gq"), new byte[] {(byte) 0xFF});

    declare("[gone.gq, binary.gq]");
    declare("{ q: { file: gone.gq } }");

    assertThat(reported())
        .containsExactly(
            "query_file_missing at graphs.harbor.queries: cannot read the query file `"
                + directory
                + "/gone.gq`: no such file",
            "query_file_missing at graphs.harbor.queries: cannot read the query file `"
                + directory
                + "/binary.gq`: not valid UTF-8",
            "query_file_missing at graphs.harbor.queries.q.file: cannot read the query file `"
                + directory
                + "/gone.gq`: no such file");
    assertThat(names()).isEmpty();
  }

  @Test
  void brokenSyntaxIsReportedWithItsPlaceInTheFile() throws IOException {
    write("a.gq", "query a() { }\nquery b() { }\n");

    declare("a.gq");

    String message = "expected `match`, `insert`, `update` or `delete`, found `}`";
    assertThat(reported())
        .containsExactly(
            "query_parse_error at graphs.harbor.queries: " + message,
            "query_parse_error at graphs.harbor.queries: " + message);
    assertThat(String.valueOf(context.reported().getLast().span())).contains("a.gq");
    assertThat(context.reported().getLast().span())
        .satisfies(span -> assertThat(String.valueOf(span)).contains("line=2, column=13"));
    assertThat(names()).isEmpty();
  }

  @Test
  void aTextThatAsksForAPlanIsNotStored() throws IOException {
    write("a.gq", "explain " + query("one"));

    declare("a.gq");

    assertThat(reported())
        .containsExactly(
            "query_parse_error at graphs.harbor.queries: a stored query has no `explain`; leave it"
                + " out, and ask for the plan in a run");
    assertThat(names()).isEmpty();
  }

  @Test
  void brokenSyntaxOfANamedQueryIsReportedAtItsName() throws IOException {
    write("a.gq", "query a() { }");

    declare("{ a: { file: a.gq } }");

    assertThat(reported())
        .containsExactly(
            "query_parse_error at graphs.harbor.queries.a: "
                + "expected `match`, `insert`, `update` or `delete`, found `}`");
    assertThat(names()).containsExactly("query.harbor.a");
  }

  @Test
  void theFirstOfTwoQueriesOfANameStays() throws IOException {
    write("a.gq", query("one"));
    write("b.gq", "\n" + query("one") + query("two"));

    declare("[a.gq, b.gq]");

    assertThat(reported())
        .containsExactly(
            "duplicate_query_name at graphs.harbor.queries.one: query `one` is declared twice: "
                + "at %1$s/a.gq:1:7 and at %1$s/b.gq:2:7".formatted(directory));
    assertThat(names()).containsExactly("query.harbor.one", "query.harbor.two");
    assertThat(String.valueOf(context.declaredOf("query").getFirst().source())).contains("a.gq");
  }

  @Test
  void aFileThatIsReachedTwiceDeclaresItsQueriesTwice() throws IOException {
    write("stored/a.gq", query("one"));

    declare("[stored, stored/a.gq]");

    assertThat(context.reported().stream().map(Diagnostic::code))
        .containsExactly("duplicate_query_name");
  }

  @Test
  void aFileMustHaveTheQueryThatIsNamed() throws IOException {
    write("berths.gq", BY_IMO);

    declare("{ vessel_by_imoo: { file: ./berths.gq } }");

    assertThat(reported())
        .containsExactly(
            "query_key_mismatch at graphs.harbor.queries.vessel_by_imoo: `./berths.gq` declares "
                + "no query `vessel_by_imoo`; did you mean `vessel_by_imo`?");
  }

  @Test
  void severalNamesMayPointToOneFile() throws IOException {
    write("a.gq", query("one") + query("two") + query("three"));

    declare("{ two: { file: a.gq }, one: { file: a.gq } }");

    assertThat(reported()).isEmpty();
    assertThat(names()).containsExactly("query.harbor.one", "query.harbor.two");
  }

  @Test
  void everyQueryIsCheckedInTheOrderOfTheNames() throws IOException {
    write("b.gq", "query z() { match { $b: Berth } return { $b } }");
    write("a.gq", "query a() {\n  match { $v: Vesel }\n  return { $v }\n}");

    declare("[b.gq, a.gq]");

    assertThat(reported())
        .containsExactly(
            "query_typecheck_error at graphs.harbor.queries.a: "
                + "T1: unknown node type `Vesel`; did you mean `Vessel`?",
            "query_typecheck_error at graphs.harbor.queries.z: T1: unknown node type `Berth`");
    assertThat(context.reported().getFirst().span())
        .satisfies(span -> assertThat(String.valueOf(span)).contains("line=2, column=15"));
    assertThat(names()).containsExactly("query.harbor.a", "query.harbor.z");
    assertThat(context.declaredOf("query").getFirst().model(Object.class)).isEmpty();
  }

  @Test
  void aTypeThatJoinsAWildcardAndLacksItsPropertyIsNamedWithTheQuery() throws IOException {
    String types = "node Port { code: String @key } edge Feeder: Port -> Port { days: I32? } ";
    write(
        "a.gq",
        "query legs() { match { $p: Port $q: Port $p $e:* $q } return { $q.code, $e.days } }");

    schema("narrow", types);
    declare("narrow", "a.gq");
    List<String> before = reported();
    schema("wide", types + "edge Ferry: Port -> Port");
    declare("wide", "a.gq");

    assertThat(before).isEmpty();
    assertThat(reported())
        .singleElement()
        .asString()
        .startsWith("query_typecheck_error at graphs.wide.queries.legs: T6: ")
        .contains("`Ferry`", "days");
  }

  private void schema(String graph, String text) {
    context.declare(
        Declared.composite(new Address("schema", graph)).withModel(Samples.schema(text)));
  }

  @Test
  void withoutASchemaQueriesAreDeclaredUnchecked() throws IOException {
    write("a.gq", query("one"));

    declare("drydock", "a.gq");

    assertThat(context.reported().getFirst().isError()).isFalse();
    assertThat(reported())
        .containsExactly(
            "query_typecheck_skipped at graphs.drydock.queries.one: "
                + "query `one` was not checked, because `schema.drydock` cannot be used");
    assertThat(context.declaredOf("query").getFirst().model(QueryDeclaration.class)).isPresent();
  }

  @Test
  void namesFollowTheGrammarOfNames() throws IOException {
    write("a.gq", query("one"));

    declare("{ \"a b\": { file: a.gq } }");

    assertThat(context.reported().stream().map(d -> d.code() + " at " + d.path()))
        .containsExactly(
            "invalid_resource_id at graphs.harbor.queries.a b",
            "query_key_mismatch at graphs.harbor.queries.a b");
    assertThat(names()).isEmpty();
  }
}
