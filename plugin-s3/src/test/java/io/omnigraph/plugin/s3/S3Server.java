package io.omnigraph.plugin.s3;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An S3-compatible server in a process of its own, on a free port of the loopback interface. */
final class S3Server implements AutoCloseable {

  private static final Pattern STARTED =
      Pattern.compile("Tomcat started on ports .* (\\d+) \\(http\\)");

  private final Process process;
  private final URI endpoint;

  private S3Server(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  static S3Server start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = System.getProperty("s3.server", "target/server/s3mock.jar");
    Process process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar,
                "--server.port=0",
                "--http.port=0")
            .redirectErrorStream(true)
            .start();
    BufferedReader log = process.inputReader();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      Matcher started = STARTED.matcher(line);
      if (started.find()) {
        Thread.ofPlatform().daemon().start(() -> drain(log));
        return new S3Server(process, URI.create("http://127.0.0.1:" + started.group(1)));
      }
    }
    throw new IOException("the S3 server did not start: " + jar);
  }

  /** Reads on, so that the server never waits for somebody to read, until it is ended. */
  private static void drain(BufferedReader log) {
    try {
      log.transferTo(Writer.nullWriter());
    } catch (IOException _) {
      return;
    }
  }

  Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL_S3", endpoint.toString(),
        "AWS_ACCESS_KEY_ID", "key",
        "AWS_SECRET_ACCESS_KEY", "secret",
        "AWS_REGION", "us-east-1",
        "AWS_S3_FORCE_PATH_STYLE", "true");
  }

  void makeBucket(String name) throws IOException, InterruptedException {
    HttpRequest put =
        HttpRequest.newBuilder(endpoint.resolve("/" + name))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      int status = client.send(put, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IOException("no bucket was made: status " + status);
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
