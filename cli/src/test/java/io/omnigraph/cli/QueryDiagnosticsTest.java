package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A query that does not fit is refused with the same diagnostic on every door. */
class QueryDiagnosticsTest {

  private static final String SCHEMA =
      """
      node Ship { name: String @key  tons: I32? }
      edge Tows: Ship -> Ship
      """;

  private static final String WRONG_TYPE =
      "query heavy() { match { $s: Shp $s.tons > 5 } return { $s.name } }";
  private static final String WRONG_SYNTAX =
      "query heavy() { match { $s: Ship $s.tons == 5 } return { $s.name } }";
  private static final String WRONG_CHANGE = "query heavy() { delete Shp where tons > 5 }";

  @TempDir private Path directory;

  /**
   * A text with one error, and a door that refuses it.
   *
   * @param found takes the diagnostic out of what the door printed
   */
  record Door(
      String text,
      Function<QueryDiagnosticsTest, InProcess.Result> command,
      Function<JsonNode, JsonNode> found) {}

  private static Door door(String text, Function<JsonNode, JsonNode> found, String... arguments) {
    return new Door(text, test -> test.run(arguments), found);
  }

  private static Function<JsonNode, JsonNode> at(String pointer) {
    return json -> json.at(pointer);
  }

  static final List<Door> DOORS = doors();

  private static List<Door> doors() {
    List<Door> doors = new ArrayList<>();
    for (String text : List.of(WRONG_TYPE, WRONG_SYNTAX)) {
      boolean isSyntax = text.equals(WRONG_SYNTAX);
      doors.add(door(text, at("/diagnostic"), "query", "G", "--query", "Q", "--json"));
      doors.add(door(text, at("/diagnostic"), "query", "G", "--query", "Q", "--format", "json"));
      doors.add(door(text, at("/diagnostic"), "query", "G", "--query", "Q", "--format", "jsonl"));
      doors.add(
          door(
              text,
              at((isSyntax ? "/findings" : "/results") + "/0/diagnostic"),
              "lint",
              "G",
              "--query",
              "Q",
              "--json"));
      doors.add(
          door(
              text,
              at("/diagnostics/0/diagnostic"),
              "cluster",
              "validate",
              "--config",
              "C",
              "--json"));
      doors.add(
          door(
              text, at("/diagnostics/0/diagnostic"), "cluster", "plan", "--config", "C", "--json"));
      doors.add(
          door(
              text,
              at(isSyntax ? "/diagnostic" : "/breakages/0/diagnostic"),
              "queries",
              "validate",
              "G",
              "--json"));
    }
    doors.add(door(WRONG_CHANGE, at("/diagnostic"), "mutate", "G", "--query", "Q", "--json"));
    doors.add(
        door(WRONG_CHANGE, at("/results/0/diagnostic"), "lint", "G", "--query", "Q", "--json"));
    return doors;
  }

  @BeforeEach
  void makeAGraph() throws IOException {
    write("harbor.pg", SCHEMA);
    write(
        "cluster.yaml",
        """
        version: 1
        graphs:
          harbor:
            schema: ./harbor.pg
        """);
    cli().succeeds("cluster", "import", "--config", directory.toString());
    cli().succeeds("cluster", "apply", "--config", directory.toString());
    write(
        "cluster.yaml",
        """
        version: 1
        graphs:
          harbor:
            schema: ./harbor.pg
            queries:
              heavy:
                file: ./heavy.gq
        """);
    write("omnigraph.yaml", "queries:\n  heavy:\n    file: ./heavy.gq\n");
  }

  @ParameterizedTest
  @FieldSource("DOORS")
  void aDoorSaysWhatAProgramCanRepairFrom(Door door) throws IOException {
    write("heavy.gq", door.text());

    InProcess.Result refused = door.command().apply(this);

    assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(1);
    JsonNode found = door.found().apply(json(refused.out()));
    boolean isSyntax = door.text().equals(WRONG_SYNTAX);
    int start = door.text().indexOf(isSyntax ? "==" : "Shp");
    assertThat(found.path("code").asText())
        .isEqualTo(isSyntax ? "Q001" : door.text().equals(WRONG_CHANGE) ? "T10" : "T1");
    assertThat(found.at("/position/byte").asInt()).as(refused.out()).isEqualTo(start);
    assertThat(found.at("/position/line").asInt()).isEqualTo(1);
    assertThat(found.at("/position/column").asInt()).isEqualTo(start + 1);
    assertThat(found.at("/end/byte").asInt()).isEqualTo(start + (isSyntax ? 2 : 3));
    assertThat(found.path("fix").asText()).isEqualTo(isSyntax ? "=" : "Ship");
    assertThat(found.path("expected").asText()).isNotEmpty();
  }

  @Test
  void peopleReadTheFixOnALineOfItsOwn() throws IOException {
    write("heavy.gq", WRONG_TYPE);
    for (List<String> arguments :
        List.of(
            List.of("query", "G", "--query", "Q"),
            List.of("lint", "G", "--query", "Q"),
            List.of("cluster", "validate", "--config", "C"),
            List.of("cluster", "plan", "--config", "C"))) {
      InProcess.Result refused = run(arguments.toArray(String[]::new));

      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat((refused.out() + refused.err()).lines().map(String::strip))
          .as(arguments.toString())
          .contains("fix: Ship");
    }
  }

  @Test
  void allErrorsOfATextAreToldAtOnce() throws IOException {
    write(
        "heavy.gq",
        "query a() { match { $s: Ship $s.tons == 5 } return { $s.name } }\n"
            + "query b { match { $s: Ship } return { $s.name } }");

    InProcess.Result refused = run("query", "G", "--query", "Q", "--json");

    assertThat(json(refused.out()).path("diagnostics").valueStream().map(d -> d.path("code")))
        .extracting(JsonNode::asText)
        .containsExactly("Q001", "Q002");
    assertThat(refused.err().lines().map(String::strip)).contains("fix: =", "fix: query b()");
  }

  @Test
  void whatAServerSaysIsPassedOn() throws IOException {
    String body =
        "{\"error\":\"type error: T1: no\",\"code\":\"bad_request\","
            + "\"diagnostic\":{\"code\":\"T1\",\"fix\":\"Ship\"}}";
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(400, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      write("heavy.gq", WRONG_TYPE);
      String uri = "http://127.0.0.1:" + server.getAddress().getPort() + "/graphs/harbor";

      InProcess.Result asJson = run("query", uri, "--query", "Q", "--json");
      InProcess.Result asText = run("query", uri, "--query", "Q");

      assertThat(asJson.exitCode()).isEqualTo(1);
      assertThat(json(asJson.out())).isEqualTo(json(body));
      assertThat(asText.exitCode()).isEqualTo(1);
      assertThat(asText.out()).isEmpty();
      assertThat(asText.err().lines()).containsExactly("Error: type error: T1: no", "  fix: Ship");
    } finally {
      server.stop(0);
    }
  }

  private InProcess cli() {
    return new InProcess(directory, FaultPoints.none());
  }

  /** Runs a command; {@code G} is the graph, {@code Q} the file, {@code C} the configuration. */
  private InProcess.Result run(String... arguments) {
    return cli()
        .run(
            List.of(arguments).stream()
                .map(argument ->
                    switch (argument) {
                      case "G" -> directory.resolve("graphs/harbor.omni").toString();
                      case "Q" -> directory.resolve("heavy.gq").toString();
                      case "C" -> directory.toString();
                      default -> argument;
                    })
                .toArray(String[]::new));
  }

  private static JsonNode json(String text) {
    return switch (Json.parse(text)) {
      case ParsedJson.Value(JsonNode json) -> json;
      case ParsedJson.Refused refused -> throw new AssertionError(text + refused.message());
    };
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
  }
}
