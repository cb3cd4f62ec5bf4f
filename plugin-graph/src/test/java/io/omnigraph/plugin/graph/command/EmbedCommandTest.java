package io.omnigraph.plugin.graph.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.graph.embed.MockEmbedder;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.process.StopRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import picocli.CommandLine;

/** {@code embed} (docs/reference/command-line.md §15.4). */
class EmbedCommandTest {

  private static final Map<String, String> MOCK = Map.of("OMNIGRAPH_EMBEDDINGS_MOCK", "1");
  private static final String FILES =
      "--input @/in.jsonl --output @/out/o.jsonl --spec @/spec.json";
  private static final String SHIPS =
      """
      {"type":"Ship","data":{"imo":1,"name":" Ada ","notes":["fast",null,"red"]}}

      {"type":"Ship","data":{"imo":2,"name":"Bob","vec":[1,2,3]}}
      {"edge":"Near","from":"1","to":"2","weight":1.50}
      {"type":"Port","data":{"name":"Oslo"}}
      """;

  @TempDir private Path directory;

  @BeforeAll
  static void countRows() {
    System.out.println("rows covered: " + (CASES.size() + WRONG.size()));
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(directory.resolve("in.jsonl"), SHIPS);
    Files.writeString(
        directory.resolve("spec.json"),
        "{\"dimension\":3,\"types\":{\"Ship\":{\"target\":\"vec\",\"fields\":[\"name\",\"notes\"]}}}");
    Files.writeString(
        directory.resolve("seed.yaml"),
        """
        name: ships
        sources: { raw_seed: ./in.jsonl }
        embeddings:
          dimension: 3
          types:
            Ship: { target: vec, fields: [name] }
        """);
  }

  /** Options besides the files, and what the report says. */
  record Case(String options, String mode, int selected, int embedded, int cleaned) {}

  static final List<Case> CASES =
      List.of(
          new Case("", "fill_missing", 3, 1, 0),
          new Case("--type Ship", "fill_missing", 2, 1, 0),
          new Case("--type Port", "fill_missing", 1, 0, 0),
          new Case("--select Ship:imo=2", "reembed_selected", 1, 1, 0),
          new Case("--select imo=1 --select imo=2", "reembed_selected", 2, 2, 0),
          new Case("--type Port --select imo=2", "reembed_selected", 0, 0, 0),
          new Case("--select name=Ada", "reembed_selected", 1, 1, 0),
          new Case("--reembed-all", "reembed_all", 3, 2, 0),
          new Case("--reembed-all --select imo=2", "reembed_all", 1, 1, 0),
          new Case("--clean", "clean", 3, 0, 1),
          new Case("--clean --select Ship:imo=2", "clean", 1, 0, 1),
          new Case("--clean --select Ship:imo=1", "clean", 1, 0, 0));

  @ParameterizedTest
  @FieldSource("CASES")
  void rowsAreSelectedAndCounted(Case c) throws IOException {
    Outcome outcome = run(FILES + " --json " + c.options(), MOCK);

    ObjectNode report = (ObjectNode) Json.mapper().readTree(outcome.out());
    assertThat(Json.compact(report))
        .isEqualTo(
            ("{\"input\":\"@/in.jsonl\",\"output\":\"@/out/o.jsonl\",\"rows\":4,"
                    + "\"selected_rows\":%d,\"embedded_rows\":%d,\"cleaned_rows\":%d,"
                    + "\"mode\":\"%s\",\"dimension\":3,\"model\":\"gemini-embedding-2-preview\"}")
                .formatted(c.selected(), c.embedded(), c.cleaned(), c.mode()));
    assertThat(lines("out/o.jsonl")).hasSize(4);
    assertThat(lines("out/o.jsonl").get(2))
        .isEqualTo("{\"edge\":\"Near\",\"from\":\"1\",\"to\":\"2\",\"weight\":1.50}");
  }

  @Test
  void theTextIsMadeOfTheFieldsThatAreNotEmpty() throws IOException {
    run(FILES, MOCK);

    JsonNode vector = Json.mapper().readTree(lines("out/o.jsonl").getFirst()).at("/data/vec");
    float[] expected = new MockEmbedder().embedQuery("type: Ship\nname: Ada\nnotes: fast, red", 3);
    List<Float> values = new ArrayList<>();
    vector.forEach(value -> values.add(value.floatValue()));
    assertThat(values).containsExactly(expected[0], expected[1], expected[2]);
    assertThat(lines("out/o.jsonl").get(1))
        .isEqualTo("{\"type\":\"Ship\",\"data\":{\"imo\":2,\"name\":\"Bob\",\"vec\":[1,2,3]}}");
  }

  @Test
  void aManifestNamesTheFiles() throws IOException {
    Outcome outcome = run("--seed @/seed.yaml", MOCK);

    assertThat(outcome.out())
        .isEqualTo(
            "embedded 1 row (selected 3, cleaned 0) from @/in.jsonl ->"
                + " @/build/seed.embedded.jsonl [fill_missing 3d]\n");
    assertThat(lines("build/seed.embedded.jsonl")).hasSize(4);
  }

  @Test
  void cleaningNeedsNoKey() {
    assertThat(run(FILES + " --clean", Map.of()).exitCode()).isZero();
  }

  /** What is wrong, the exit code and the message. */
  record Wrong(String options, int exitCode, String message) {}

  static final List<Wrong> WRONG =
      List.of(
          new Wrong(FILES, 1, "`GEMINI_API_KEY` is not set"),
          new Wrong(FILES + " --clean --reembed-all", 2, "mutually exclusive"),
          new Wrong("", 2, "pass --seed, or --input, --output and --spec"),
          new Wrong("--input @/in.jsonl --clean", 2, "all three together"),
          new Wrong("--seed @/seed.yaml --output @/x", 2, "--seed cannot be combined"),
          new Wrong("--seed @/none.yaml", 1, "cannot read `@/none.yaml`: No such file"),
          new Wrong(FILES + " --clean --select imo", 1, "`imo` is no selector"),
          new Wrong(FILES + " --clean --select Ship:=2", 1, "`Ship:=2` is no selector"),
          new Wrong(FILES.replace("in.jsonl", "no.jsonl") + " --clean", 1, "No such file"),
          new Wrong(FILES.replace("in.jsonl", "latin.jsonl") + " --clean", 1, "not valid UTF-8"),
          new Wrong(
              FILES.replace("spec.json", "other-model.json") + " --clean", 1, "unknown model `x`"),
          new Wrong(
              FILES.replace("spec.json", "no-dimension.json") + " --clean",
              1,
              "`dimension` must be"),
          new Wrong(
              FILES.replace("in.jsonl", "no-data.jsonl") + " --clean",
              1,
              "line 2 is missing object field 'data'"),
          new Wrong(
              FILES.replace("in.jsonl", "list.jsonl") + " --clean", 1, "line 1 is no JSON object"));

  @ParameterizedTest
  @FieldSource("WRONG")
  void whatIsWrongIsTold(Wrong c) throws IOException {
    Files.writeString(
        directory.resolve("other-model.json"), "{\"model\":\"x\",\"dimension\":3,\"types\":{}}");
    Files.writeString(directory.resolve("no-dimension.json"), "{\"types\":{}}");
    Files.writeString(directory.resolve("no-data.jsonl"), "{}\n{\"type\":\"Ship\"}\n");
    Files.writeString(directory.resolve("list.jsonl"), "[]\n");
    Files.write(directory.resolve("latin.jsonl"), new byte[] {'{', '"', (byte) 0xe9});

    Outcome outcome = run(c.options(), Map.of());

    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(c.exitCode());
    assertThat(outcome.err()).contains(c.message());
    assertThat(outcome.out()).isEmpty();
    assertThat(directory.resolve("out/o.jsonl")).doesNotExist();
    assertThat(directory.resolve("out/o.jsonl.tmp")).doesNotExist();
  }

  private record Outcome(int exitCode, String out, String err) {}

  private Outcome run(String options, Map<String, String> environment) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(new EmbedCommand(environment, StopRequest.never()))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setExecutionExceptionHandler(EmbedCommandTest::report)
            .execute(words(options));
    return new Outcome(exitCode, named(out), named(err));
  }

  private String[] words(String options) {
    String line = options.replace("@", directory.toString()).trim();
    return line.isEmpty() ? new String[0] : line.split(" +", -1);
  }

  private static int report(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof CommandFailure failure) {
      command.getErr().println(failure.getMessage());
      return failure.exitCode();
    }
    throw e;
  }

  private String named(StringWriter text) {
    return text.toString().replace(directory.toString(), "@");
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(directory.resolve(file));
  }
}
