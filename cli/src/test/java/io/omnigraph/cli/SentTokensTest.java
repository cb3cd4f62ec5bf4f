package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.cli.remote.HttpRemoteGraph;
import io.omnigraph.ground.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is sent as it is, or not at all. */
class SentTokensTest {

  private final List<String> received = new CopyOnWriteArrayList<>();

  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          received.addAll(exchange.getRequestHeaders().get("Authorization"));
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write(new byte[] {'{', '}'});
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tökén", "木", "a\u0001b", "two words", "a\nX-Actor: b", "😀", "x\u007f"})
  void aTokenThatCannotBeSentAsItIsIsRefused(String token) {
    HttpRemoteGraph graph = graph(token);
    List<Consumer<HttpRemoteGraph>> requests =
        List.of(
            remote -> remote.get("/snapshot"),
            remote -> remote.post("/tags", Json.object()),
            remote -> remote.delete("/tags/x"),
            remote -> remote.lines("/export", _ -> {}),
            remote -> remote.postLines("/export", Json.object(), _ -> {}));

    for (Consumer<HttpRemoteGraph> request : requests) {
      assertThatThrownBy(() -> request.accept(graph))
          .isInstanceOf(CommandFailure.class)
          .hasMessageStartingWith("the token for " + uri() + " cannot be sent: expected ")
          .hasMessageNotContaining(token);
    }
    assertThat(received).isEmpty();
  }

  @Test
  void everyPrintableCharacterOfAsciiIsSent() {
    StringBuilder token = new StringBuilder();
    for (char c = '!'; c <= '~'; c++) {
      token.append(c);
    }

    graph(token.toString()).get("/snapshot");

    assertThat(received).containsExactly("Bearer " + token);
  }

  private HttpRemoteGraph graph(String token) {
    return new HttpRemoteGraph(new Target.Remote(uri(), token));
  }

  private String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
