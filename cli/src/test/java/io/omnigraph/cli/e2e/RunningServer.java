package io.omnigraph.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that was started by its launcher on a free loopback port; stopped when closed. */
final class RunningServer implements AutoCloseable {

  static final String TOKENS =
      """
      {"act-reader":"s3cret","act-writer":"sh4red","act-stranger":"n0body"}\
      """;

  private static final long PATIENCE_SECONDS = 60;
  private static final long LOOK_AGAIN_MILLIS = 20;

  private final Process process;
  private final String url;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningServer(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts a server on a cluster and waits until it listens. */
  static RunningServer start(Launcher launcher, String cluster) {
    try {
      Path out = Files.createTempFile("server", ".out");
      Path err = Files.createTempFile("server", ".err");
      Process process =
          launcher
              .with("OMNIGRAPH_SERVER_BEARER_TOKENS_JSON", TOKENS)
              .start(
                  "omnigraph-server",
                  List.of("--cluster", cluster, "--bind", "127.0.0.1:0"),
                  out,
                  err);
      return new RunningServer(process, awaitAddress(process, out, err));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a server", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while a server started", e);
    }
  }

  private static String awaitAddress(Process process, Path out, Path err)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline) {
      for (String line : Files.readString(out, UTF_8).lines().toList()) {
        if (line.startsWith("listening on ")) {
          return line.substring("listening on ".length()).strip();
        }
      }
      if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    process.destroyForcibly();
    throw new AssertionError("the server did not start: " + Files.readString(err, UTF_8));
  }

  /** Where it listens. */
  String url() {
    return url;
  }

  /** What a server answered. */
  record Answer(int status, String text) {

    JsonNode json() {
      try {
        return Json.mapper().readTree(text);
      } catch (IOException e) {
        throw new UncheckedIOException("not JSON: " + text, e);
      }
    }

    /** The texts of one column of a read envelope. */
    List<String> column(String name) {
      List<String> values = new ArrayList<>();
      json().path("rows").forEach(row -> values.add(row.path(name).asText()));
      return values;
    }
  }

  /** Posts JSON. */
  Answer post(String token, String path, String body) {
    return send(
        request(token, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Gets a resource. */
  Answer get(String token, String path) {
    return send(request(token, path).GET());
  }

  /** Calls a stored query of the graph {@code knowledge} as {@code act-reader}. */
  Answer invoke(String query, String body) {
    return post("s3cret", "/graphs/knowledge/queries/" + query, body);
  }

  /** Asks the process to stop and returns its exit code. */
  int stop() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the server did not stop");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the server stopped", e);
    }
  }

  @Override
  public void close() {
    client.close();
    if (process.isAlive()) {
      process.destroyForcibly();
    }
  }

  private HttpRequest.Builder request(String token, String path) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + path));
    return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for an answer", e);
    }
  }
}
