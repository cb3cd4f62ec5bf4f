package io.omnigraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as users run it: a process that says where it listens and obeys signals. */
class ServerProcessTest {

  private static final List<String> JVM_FLAGS =
      List.of(
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void servesUntilASignalStopsItInOrder(String signal) throws Exception {
    Process process = start("--cluster", "dir", "--bind", "127.0.0.1:0");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      assertThat(line).as(errors()).matches("listening on http://127\\.0\\.0\\.1:[0-9]+");
      String root = line.substring("listening on ".length());

      assertThat(status(root + "/healthz", "none")).isEqualTo(200);
      assertThat(status(root + "/graphs", "none")).isEqualTo(401);
      assertThat(status(root + "/graphs", "s3cret-a")).isEqualTo(200);
      assertThat(status(root + "/graphs", "s3cret-b")).isEqualTo(403);
      new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();

      assertThat(exitCode(process)).as(errors()).isEqualTo(0);
      assertThat(out.readLine()).isNull();
      assertThat(errors())
          .contains("stopping", "policy decision actor_id=act-a action=graph_list")
          .doesNotContain("WARNING", "XNIO", "s3cret");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void anAddressThatCannotBeUsedEndsIt() throws Exception {
    Process process = start("--cluster", "dir", "--bind", "host.invalid:0");

    assertThat(exitCode(process)).isEqualTo(1);
    assertThat(errors()).contains("cannot listen on `host.invalid:0`");
  }

  /** Fifty uploads at once of strangers and readers, of a size of which two would fill the heap. */
  @Test
  void uploadsOfThoseWhoMayNotTakeNoMemory() throws Exception {
    Process process = start("--cluster", "dir", "--bind", "127.0.0.1:0");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String root = out.readLine().substring("listening on ".length());
      int port = URI.create(root).getPort();
      List<Callable<String>> uploads = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String token = i % 2 == 0 ? "stranger" : "s3cret-b";
        uploads.add(() -> token + " " + upload(port, token, 33_000_000));
      }

      Map<String, Long> answers;
      try (ExecutorService clients = Executors.newFixedThreadPool(50)) {
        answers =
            clients.invokeAll(uploads).stream()
                .map(ServerProcessTest::outcome)
                .collect(Collectors.groupingBy(answer -> answer, Collectors.counting()));
      }

      assertThat(answers).isEqualTo(Map.of("stranger 401", 25L, "s3cret-b 403", 25L));
      assertThat(upload(port, "s3cret-a", 1_000_000)).isEqualTo(200);
      assertThat(upload(port, "s3cret-a", 33_000_000)).isEqualTo(413);
      assertThat(status(root + "/graphs", "s3cret-a")).isEqualTo(200);
      assertThat(errors()).doesNotContain("OutOfMemoryError");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aBadlyFramedBodyIsAnsweredWithoutAStackTraceInTheLog() throws Exception {
    Process process = start("--cluster", "dir", "--bind", "127.0.0.1:0");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String root = out.readLine().substring("listening on ".length());
      String head =
          String.join(
              "\r\n",
              "POST /note HTTP/1.1",
              "Host: x",
              "Content-Type: application/json",
              "Authorization: Bearer s3cret-a",
              "Transfer-Encoding: chunked",
              "",
              "");

      for (String body : List.of("zz\r\nabc\r\n", "2\r\n{}\r\nzz\r\nabc\r\n")) {
        assertThat(answer(URI.create(root).getPort(), head + body))
            .startsWith("HTTP/1.1 400")
            .contains("\"code\":\"bad_request\"");
      }

      new ProcessBuilder("kill", "-TERM", String.valueOf(process.pid())).start().waitFor();
      assertThat(exitCode(process)).isZero();
      assertThat(errors()).contains("stopping").doesNotContain("Exception", "\tat ");
    } finally {
      process.destroyForcibly();
    }
  }

  private static String answer(int port, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String outcome(Future<String> upload) {
    try {
      return upload.get();
    } catch (ExecutionException e) {
      throw new AssertionError("an upload has no answer", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while uploads ran", e);
    }
  }

  /** Sends a document whole, whatever is answered meanwhile; the status of the answer. */
  private static int upload(int port, String token, int length) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      String head =
          "POST /upload HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
              + "Content-Type: application/json\r\nAuthorization: Bearer "
              + token
              + "\r\nContent-Length: "
              + length
              + "\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.write("{\"data\":\"".getBytes(StandardCharsets.UTF_8));
      byte[] part = "x".repeat(65_536).getBytes(StandardCharsets.UTF_8);
      for (int left = length - 11; left > 0; left -= part.length) {
        out.write(part, 0, Math.min(left, part.length));
      }
      out.write("\"}".getBytes(StandardCharsets.UTF_8));
      out.flush();
      String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
      return Integer.parseInt(status.substring(9));
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(obeyingSignals());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_FLAGS);
    command.add("-Xmx48m");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(FakeServerMain.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errorFile());
    builder
        .environment()
        .put(
            "OMNIGRAPH_SERVER_BEARER_TOKENS_JSON",
            "{\"act-a\":\"s3cret-a\",\"act-b\":\"s3cret-b\"}");
    return builder.start();
  }

  /** A shell's background jobs ignore SIGINT, and so would what is started from one of them. */
  private static List<String> obeyingSignals() throws IOException {
    List<String> prefix = List.of("env", "--default-signal=INT");
    List<String> trial = new ArrayList<>(prefix);
    trial.add("true");
    return exitCode(new ProcessBuilder(trial).start()) == 0 ? prefix : List.of();
  }

  private static int exitCode(Process process) {
    try {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      assertThat(ended).as("the process ends").isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while a process ran", e);
    }
  }

  private File errorFile() {
    return directory.resolve("stderr").toFile();
  }

  private String errors() throws IOException {
    return Files.readString(errorFile().toPath());
  }

  private static int status(String uri, String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(uri)).header("Authorization", "Bearer " + token).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
