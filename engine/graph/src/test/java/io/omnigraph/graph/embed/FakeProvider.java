package io.omnigraph.graph.embed;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.omnigraph.ground.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A provider on the loopback interface that answers as a test says, and keeps what it was asked.
 */
final class FakeProvider implements AutoCloseable {

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** A provider whose answers depend on the number of the request, from 1, and its body. */
  FakeProvider(Function<Asked, Answer> answers) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> reply(exchange, answers));
    server.start();
  }

  /** A request. */
  record Asked(int number, String path, String key, JsonNode body) {}

  /** An answer; with a status of 0 there is none, and the connection ends. */
  record Answer(int status, String body) {}

  /** Where it is. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What it was asked. */
  List<Asked> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void reply(HttpExchange exchange, Function<Asked, Answer> answers) throws IOException {
    try (exchange) {
      Answer answer = answers.apply(note(exchange));
      if (answer.status() == 0) {
        return;
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private synchronized Asked note(HttpExchange exchange) throws IOException {
    String gemini = exchange.getRequestHeaders().getFirst("x-goog-api-key");
    String openAi = exchange.getRequestHeaders().getFirst("authorization");
    Asked request =
        new Asked(
            asked.size() + 1,
            exchange.getRequestURI().getPath(),
            String.valueOf(gemini == null ? openAi : gemini),
            Json.mapper().readTree(exchange.getRequestBody()));
    asked.add(request);
    return request;
  }
}
