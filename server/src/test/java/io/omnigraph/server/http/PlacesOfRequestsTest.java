package io.omnigraph.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.ground.access.Action;
import io.omnigraph.server.FakePlugin;
import io.omnigraph.server.Routes;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A request gives its place back before its connection may send the next one. */
class PlacesOfRequestsTest {

  private static final Address YARD = new Address("graph", "yard");
  private static final int MANY = 400;

  @Test
  void aRequestIsNeverRefusedForTheOneBeforeItOnItsConnection() throws Exception {
    Map<String, String> onePlace =
        Map.of(
            "OMNIGRAPH_SERVER_BEARER_TOKENS_JSON", "{\"act-a\":\"ta\"}",
            "OMNIGRAPH_READ_INFLIGHT_MAX", "1",
            "OMNIGRAPH_GLOBAL_INFLIGHT_MAX", "1",
            "OMNIGRAPH_PER_ACTOR_INFLIGHT_MAX", "1");
    FakePlugin plugin =
        new FakePlugin("graph")
            .with(
                Routes.get(
                    "/who", _ -> Access.Check.on(Action.READ, YARD), _ -> Reply.ok(Map.of("a", 1))))
            .with(Routes.post("/raw", new Body.Raw(60), _ -> Reply.ok(Map.of("a", 1))));
    String head = " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ta\r\n";
    String get = "GET /who" + head + "\r\n";
    String post = "POST /raw" + head + "Content-Length: 2\r\n\r\n{}";
    String last = "GET /who" + head + "Connection: close\r\n\r\n";

    try (RunningServer server = new RunningServer(onePlace, plugin)) {
      String answers = RawClient.answer(server.port, (get + post + post).repeat(MANY) + last);

      assertThat(Pattern.compile("HTTP/1.1 (\\d+)").matcher(answers).results())
          .hasSize(3 * MANY + 1)
          .allSatisfy(status -> assertThat(status.group(1)).isEqualTo("200"));
    }
  }
}
