package io.omnigraph.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.ground.json.Json;
import io.omnigraph.server.FakePlugin;
import io.omnigraph.server.Routes;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Public collections of difficult texts through the doors of the HTTP server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BorderTextTest {

  private static final Path DATA = Path.of("../../shared/data").toAbsolutePath().normalize();

  private RunningServer server;

  record Said(@Nullable String text, @Nullable JsonNode any) {}

  @BeforeAll
  void start() {
    server =
        new RunningServer(
            Map.of(),
            new FakePlugin("texts")
                .with(
                    Routes.post(
                        "/said",
                        Body.JsonBody.of(Said.class),
                        request -> Reply.ok(Map.of("text", String.valueOf(request.body().text())))))
                .with(
                    Routes.open(
                        "/heard/{text}",
                        request ->
                            Reply.ok(
                                Map.of(
                                    "path",
                                    request.pathParameter("text"),
                                    "query",
                                    request.queryParameter("text").orElse(""))))));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void everyCaseOfTheJsonTestSuiteIsTakenOrRefusedAsItMustBe() throws Exception {
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> cases = Files.list(data("json/test_parsing"))) {
      for (Path file : cases.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        HttpResponse<String> response =
            server.send(
                server
                    .request("/said")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofFile(file)));
        boolean isSound =
            switch (name.charAt(0)) {
              case 'y' -> response.statusCode() == 200 || response.statusCode() == 422;
              case 'n' -> response.statusCode() == 400;
              default -> response.statusCode() < 500;
            };
        if (!isSound || response.body().contains("StreamRead")) {
          wrong.add(name + " " + response.statusCode() + " " + response.body());
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void everyNaughtyStringComesBackUnchangedFromBodyPathAndQuery() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (JsonNode text : Json.mapper().readTree(data("strings/blns.json").toFile())) {
      String said = text.textValue();
      ObjectNode body = Json.object().put("text", said);
      String encoded = URLEncoder.encode(said, StandardCharsets.UTF_8).replace("+", "%20");
      if (!isSame(server.post("/said", Json.compact(body)), "text", said)
          || !isSame(server.get("/heard/x" + encoded), "path", "x" + said)
          || !isSame(server.get("/heard/x?text=" + encoded), "query", said)) {
        wrong.add(said);
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void textThatIsNotUtf8IsRefusedInPathAndQuery() throws Exception {
    for (String broken : List.of("%C0%AF", "%ED%A0%80", "%FF", "%F4%90%80%80", "%C3")) {
      assertThat(server.get("/heard/x" + broken).statusCode()).as(broken).isEqualTo(400);
      assertThat(server.get("/heard/x?text=" + broken).statusCode()).as(broken).isEqualTo(400);
    }
  }

  @Test
  void everyNaughtyStringInAHeaderIsTakenOrRefused() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (JsonNode text : Json.mapper().readTree(data("strings/blns.json").toFile())) {
      String value = text.textValue().replaceAll("[\\r\\n]", "");
      for (String field : List.of("X-Note", "Authorization", "Content-Type", "Accept", "Host")) {
        String answer =
            RawClient.answer(
                server.port,
                "GET /heard/x HTTP/1.1\r\nConnection: close\r\n%s: %s\r\n\r\n"
                    .formatted(field, value));
        if (RawClient.status(answer) != 200 && RawClient.status(answer) != 400) {
          wrong.add(field + ": " + value + " " + answer);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static boolean isSame(HttpResponse<String> response, String field, String text)
      throws IOException {
    return response.statusCode() == 200
        && text.equals(Json.mapper().readTree(response.body()).path(field).textValue());
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
