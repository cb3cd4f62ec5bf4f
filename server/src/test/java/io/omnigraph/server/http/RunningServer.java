package io.omnigraph.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.serving.ServingPlugin;
import io.omnigraph.server.Revisions;
import io.omnigraph.server.boot.Boot;
import io.omnigraph.server.boot.Booted;
import io.omnigraph.server.pipeline.Generation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A server on a loopback port of its own, with a client. */
final class RunningServer implements AutoCloseable {

  static final Map<String, String> TOKENS =
      Map.of("OMNIGRAPH_SERVER_BEARER_TOKENS_JSON", "{\"act-a\":\"ta\",\"act-b\":\"tb\"}");

  final HttpServer server;
  final int port;
  final Generation generation;
  private final HttpClient client = HttpClient.newHttpClient();

  /** Serves plugins, to everybody if the environment has no tokens. */
  RunningServer(Map<String, String> environment, ServingPlugin... plugins) {
    Booted booted = new Boot(List.of(plugins), Revisions.ready(), environment).boot("dir", true);
    assertThat(booted).isInstanceOf(Booted.Ready.class);
    this.generation = ((Booted.Ready) booted).generation();
    HttpServer.Start start = HttpServer.start(new BindAddress("127.0.0.1", 0), generation);
    assertThat(start).isInstanceOf(HttpServer.Start.Listening.class);
    this.server = ((HttpServer.Start.Listening) start).server();
    this.port = server.port();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
    return send(request(path).header("Authorization", "Bearer " + token));
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    try {
      server.stop(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
