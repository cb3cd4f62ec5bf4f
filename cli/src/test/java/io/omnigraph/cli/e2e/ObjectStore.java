package io.omnigraph.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An S3-compatible server on a free loopback port with one bucket; stopped when closed. */
final class ObjectStore implements AutoCloseable {

  static final String BUCKET = "harbor";

  private static final Pattern STARTED =
      Pattern.compile("Tomcat started on ports .* (\\d+) \\(http\\)");
  private static final long PATIENCE_SECONDS = 60;
  private static final long LOOK_AGAIN_MILLIS = 50;

  private final Process process;
  private final String url;

  private ObjectStore(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  static ObjectStore start() throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("omnigraph.home", "..")).toAbsolutePath();
    Path log = Files.createTempFile("s3", ".log");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    home.resolve("plugin-s3/target/server/s3mock.jar").toString(),
                    "--server.port=0",
                    "--http.port=0"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    ObjectStore store = new ObjectStore(process, "http://127.0.0.1:" + awaitPort(process, log));
    store.makeBucket();
    return store;
  }

  private static String awaitPort(Process process, Path log)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline) {
      Matcher started = STARTED.matcher(Files.readString(log, UTF_8));
      if (started.find()) {
        return started.group(1);
      }
      if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    process.destroyForcibly();
    throw new AssertionError("the S3 server did not start: " + Files.readString(log, UTF_8));
  }

  private void makeBucket() throws IOException, InterruptedException {
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(url + "/" + BUCKET))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      int status = client.send(put, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new AssertionError("no bucket was made: status " + status);
      }
    }
  }

  /** A launcher whose programs find this server. */
  Launcher knownTo(Launcher launcher) {
    return launcher
        .with("AWS_ENDPOINT_URL_S3", url)
        .with("AWS_ACCESS_KEY_ID", "key")
        .with("AWS_SECRET_ACCESS_KEY", "secret")
        .with("AWS_REGION", "us-east-1")
        .with("AWS_S3_FORCE_PATH_STYLE", "true");
  }

  @Override
  public void close() {
    process.destroy();
  }
}
