package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.yaml.ConfigNode;
import io.omnigraph.ground.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Public collections of difficult texts through the doors of the command line. */
class BorderTextTest {

  private static final Path DATA = Path.of("../../shared/data").toAbsolutePath().normalize();
  private static final String NOTES = "node Note { code: String @key  text: String? }\n";

  @TempDir private Path directory;

  private InProcess commands;
  private String graph;

  @BeforeEach
  void create() throws IOException {
    commands = new InProcess(directory, FaultPoints.none());
    graph = directory.resolve("notes.omni").toString();
    Path schema = Files.writeString(directory.resolve("notes.pg"), NOTES);
    commands.succeeds("init", "--schema", schema.toString(), graph);
  }

  @Test
  void everyNaughtyStringIsAKeyAndAValueAndComesBackUnchanged() throws IOException {
    List<String> texts = naughty();
    StringBuilder records = new StringBuilder();
    for (String text : texts) {
      ObjectNode note = Json.object().put("type", "Note");
      note.putObject("data").put("code", text).put("text", text);
      records.append(Json.compact(note)).append('\n');
    }
    Path file = Files.writeString(directory.resolve("notes.jsonl"), records);

    commands.succeeds("load", "--data", file.toString(), graph);

    Set<String> exported = new HashSet<>();
    for (String line : commands.succeeds("export", graph).lines().toList()) {
      JsonNode data = Json.mapper().readTree(line).path("data");
      assertThat(data.path("text")).isEqualTo(data.path("code"));
      exported.add(data.path("code").textValue());
    }
    assertThat(exported).isEqualTo(new HashSet<>(texts));
  }

  /** Many at a time: a text is no less difficult beside others. */
  @Test
  void everyNaughtyStringIsAParameterALiteralAndAMessage() throws IOException {
    for (List<String> texts : parts(naughty(), 40)) {
      StringBuilder inserts = new StringBuilder();
      StringBuilder parameters = new StringBuilder();
      StringBuilder found = new StringBuilder();
      StringBuilder returned = new StringBuilder();
      ObjectNode values = Json.object();
      for (int i = 0; i < texts.size(); i++) {
        values.put("t" + i, texts.get(i));
        parameters.append(i == 0 ? "" : ", ").append("$t%d: String".formatted(i));
        inserts.append(
            "insert Note { code: %s, text: $t%d }\n".formatted(literal(texts.get(i)), i));
        found.append(
            "$n%1$d: Note { code: $t%1$d, text: %2$s }\n".formatted(i, literal(texts.get(i))));
        returned.append(i == 0 ? "" : ", ").append("$n%d.code".formatted(i));
      }
      String message = "x" + String.join("|", texts);
      String given = Json.compact(values);

      String insert = "query add(%s) {%n%s}".formatted(parameters, inserts);
      commands.succeeds("mutate", "-e", insert, "--params", given, "-m", message, graph);
      String match =
          "query all(%s) { match { %s } return { %s } }".formatted(parameters, found, returned);
      String answer =
          commands.succeeds("query", "-e", match, "--params", given, "--format", "json", graph);
      String history = commands.succeeds("commit", "list", "--json", graph);

      JsonNode row = Json.mapper().readTree(answer).path("rows").path(0);
      for (int i = 0; i < texts.size(); i++) {
        assertThat(row.path("n" + i + ".code").textValue()).isEqualTo(texts.get(i));
      }
      assertThat(Json.mapper().readTree(history).findValuesAsText("message")).contains(message);
    }
  }

  @Test
  void everyNaughtyStringIsALiteralAndACommentOfAFile() throws IOException {
    StringBuilder query = new StringBuilder();
    for (String text : naughty()) {
      query.append("// ").append(text.replaceAll("\\R|\\p{Cntrl}", " ")).append('\n');
    }
    query.append("query add() {\n");
    for (String text : naughty()) {
      query.append("  insert Note { code: %s }%n".formatted(literal(text)));
    }
    Path file = Files.writeString(directory.resolve("add.gq"), query.append("}\n"));

    commands.succeeds("mutate", "--query", file.toString(), graph);

    assertThat(commands.succeeds("export", graph).lines()).hasSize(naughty().size());
  }

  @Test
  void everyNaughtyStringIsADescriptionOfASchema() throws IOException {
    StringBuilder schema = new StringBuilder();
    int count = 0;
    for (String text : naughty().stream().filter(text -> !text.isBlank()).toList()) {
      schema.append(
          "node N%d @description(%s) { code: String @key }%n".formatted(count++, literal(text)));
    }
    Path file = Files.writeString(directory.resolve("many.pg"), schema);
    String many = directory.resolve("many.omni").toString();

    commands.succeeds("init", "--schema", file.toString(), many);

    assertThat(commands.succeeds("schema", "show", many).strip())
        .isEqualTo(schema.toString().strip());
  }

  @Test
  void everyNaughtyStringIsABranchAndATagOrIsRefused() throws IOException {
    Set<String> accepted = new HashSet<>(Set.of("main"));
    for (String text : naughty().stream().filter(text -> text.length() < 60).toList()) {
      for (String kind : List.of("branch", "tag")) {
        InProcess.Result created = commands.run(kind, "create", graph, "--", text);
        assertThat(created.exitCode()).as(created.err()).isBetween(0, 2);
        assertThat(created.err()).doesNotContain("Exception", "\tat ");
        if (created.exitCode() == 0 && kind.equals("branch")) {
          accepted.add(text.strip());
        }
      }
    }
    Set<String> listed = new HashSet<>();
    Json.mapper()
        .readTree(commands.succeeds("branch", "list", "--json", graph))
        .path("branches")
        .forEach(branch ->
            listed.add(branch.isTextual() ? branch.asText() : branch.path("name").asText()));
    assertThat(listed).isEqualTo(accepted);
  }

  @Test
  void everyCaseOfTheJsonTestSuiteIsLoadedOrRefusedWithItsLine() throws IOException {
    try (Stream<Path> cases = Files.list(data("json/test_parsing"))) {
      for (Path file : cases.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        ParsedJson parsed = Json.parse(Files.readAllBytes(file));
        InProcess.Result loaded = commands.run("load", "--data", file.toString(), graph);

        if (name.startsWith("y_") && !name.contains("duplicated_key")) {
          assertThat(parsed).as(name).isInstanceOf(ParsedJson.Value.class);
        } else if (name.startsWith("n_")) {
          assertThat(parsed).as(name).isInstanceOf(ParsedJson.Refused.class);
        }
        assertThat(loaded.exitCode()).as(name).isBetween(0, 1);
        assertThat(loaded.err()).as(name).doesNotContain("Exception", "\tat ", "StreamRead");
      }
    }
  }

  @Test
  void everyCaseOfTheYamlTestSuiteIsReadOrRefusedInEveryFileOfYaml() throws IOException {
    Path config = Files.createDirectories(directory.resolve("cluster"));
    Files.writeString(config.resolve("notes.pg"), NOTES);
    String cluster =
        """
        version: 1
        graphs:
          notes:
            schema: ./notes.pg
        policies:
          base:
            file: ./base.yaml
            applies_to: [notes]
        """;
    for (String yaml : yamlCases()) {
      Files.writeString(config.resolve("base.yaml"), "");
      Files.writeString(config.resolve("cluster.yaml"), yaml);
      refusedOrRead(yaml, "cluster", "validate", "--config", config.toString());
      Files.writeString(config.resolve("cluster.yaml"), cluster);
      Files.writeString(config.resolve("base.yaml"), yaml);
      refusedOrRead(yaml, "cluster", "validate", "--config", config.toString());
      Path settings = Files.writeString(directory.resolve("omnigraph.yaml"), yaml);
      refusedOrRead(yaml, "branch", "list", "--config", settings.toString(), graph);
      Files.delete(settings);
    }
  }

  private void refusedOrRead(String yaml, String... arguments) {
    InProcess.Result result = commands.run(arguments);

    assertThat(result.exitCode()).as(yaml + result.err()).isBetween(0, 1);
    assertThat(result.err() + result.out()).as(yaml).doesNotContain("\tat ", "snakeyaml");
  }

  /** The texts of the suite, in which some characters stand for others that cannot be seen. */
  private static List<String> yamlCases() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(data("yaml/src"))) {
      for (Path file : files.sorted().toList()) {
        String source = Files.readString(file);
        texts.add(source);
        YamlDocument document = YamlDocument.read(new SourceText(file.toString(), source));
        document
            .root()
            .filter(ConfigNode.Items.class::isInstance)
            .map(ConfigNode.Items.class::cast)
            .ifPresent(items ->
                items
                    .values()
                    .forEach(item -> {
                      if (item instanceof ConfigNode.Fields fields
                          && fields.field("yaml").orElse(null)
                              instanceof ConfigNode.Text(var text, _)) {
                        texts.add(
                            text.replace("␣", " ")
                                .replaceAll("—*»", "\t")
                                .replace("⇔", "\uFEFF")
                                .replace("↵", "")
                                .replaceAll("∎\n$", "")
                                .replace("←", "\r"));
                      }
                    }));
      }
    }
    assertThat(texts).hasSizeGreaterThan(600);
    return texts;
  }

  private static List<List<String>> parts(List<String> all, int size) {
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      parts.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return parts;
  }

  private static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static List<String> naughty() throws IOException {
    List<String> texts = new ArrayList<>();
    Json.mapper()
        .readTree(data("strings/blns.json").toFile())
        .forEach(text -> texts.add(text.textValue()));
    return texts.stream().distinct().toList();
  }

  private static Path data(String name) {
    Path path = DATA.resolve(name);
    if (!Files.exists(path)) {
      System.err.println("SKIPPED: there is no test data at " + path);
    }
    assumeTrue(Files.exists(path), () -> "there is no test data at " + path);
    return path;
  }
}
