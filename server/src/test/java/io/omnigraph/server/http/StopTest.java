package io.omnigraph.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.StreamedReply;
import io.omnigraph.server.FakePlugin;
import io.omnigraph.server.Routes;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Stopping, streaming, and addresses that cannot be used. */
class StopTest {

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch mayFinish = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();

  private FakePlugin slow() {
    return new FakePlugin("graph")
        .with(
            Routes.open(
                "/slow",
                _ -> {
                  entered.countDown();
                  try {
                    mayFinish.await();
                  } catch (InterruptedException e) {
                    interrupted.set(true);
                    throw e;
                  }
                  return Reply.ok(Map.of("done", true));
                }));
  }

  @Test
  void aRunningRequestFinishesAndNoNewOneIsTaken() throws Exception {
    RunningServer running = new RunningServer(Map.of(), slow());
    CompletableFuture<HttpResponse<String>> response = send(running, "/slow");
    entered.await();

    Thread stop = Thread.ofVirtual().start(() -> stop(running, Duration.ofSeconds(30)));
    awaitRefusal(running);
    mayFinish.countDown();
    stop.join();

    assertThat(response.join().statusCode()).isEqualTo(200);
    assertThat(response.join().body()).isEqualTo("{\"done\":true}");
    assertThat(interrupted).isFalse();
    assertThatThrownBy(() -> running.get("/healthz")).isInstanceOf(ConnectException.class);
    running.client().close();
  }

  @Test
  void whatStillRunsAtTheDeadlineIsInterrupted() throws Exception {
    RunningServer running = new RunningServer(Map.of(), slow());
    CompletableFuture<HttpResponse<String>> response = send(running, "/slow");
    entered.await();

    running.server.stop(Duration.ofMillis(10));

    assertThat(interrupted).isTrue();
    assertThat(response.handle((_, _) -> "ended").join()).isEqualTo("ended");
    running.client().close();
  }

  @Test
  void aPortInUseIsSaidClearly() {
    try (RunningServer running = new RunningServer(Map.of())) {
      BindAddress taken = new BindAddress("127.0.0.1", running.port);

      HttpServer.Start start = HttpServer.start(taken, running.generation);

      assertThat(start)
          .isInstanceOfSatisfying(
              HttpServer.Start.Failed.class,
              failed ->
                  assertThat(failed.message())
                      .startsWith("cannot listen on `" + taken + "`: Address already in use"));
    }
  }

  @Test
  void aReplyIsStreamedAndOneThatBreaksCutsTheConnection() throws Exception {
    FakePlugin plugin =
        new FakePlugin("graph").with(export("/whole", false)).with(export("/broken", true));
    try (RunningServer running = new RunningServer(Map.of(), plugin)) {
      HttpResponse<String> whole = running.get("/whole");

      assertThat(whole.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
      assertThat(whole.body()).hasLineCount(20_000);
      assertThatThrownBy(() -> running.get("/broken")).isInstanceOf(IOException.class);
    }
  }

  private static Route<Void, StreamedReply> export(String path, boolean breaks) {
    StreamedReply lines =
        new StreamedReply() {
          @Override
          public String mediaType() {
            return "application/x-ndjson";
          }

          @Override
          public void writeTo(OutputStream out) throws IOException {
            for (int i = 0; i < 20_000; i++) {
              out.write("{\"line\":1}\n".getBytes(StandardCharsets.UTF_8));
            }
            if (breaks) {
              throw new IllegalStateException("the rest cannot be read");
            }
          }
        };
    return new Route<>(
        "export " + path,
        Route.Method.GET,
        path,
        new Gate.Open(),
        new Body.None(),
        StreamedReply.class,
        _ -> Prepared.ready(() -> Reply.ok(lines)));
  }

  private static CompletableFuture<HttpResponse<String>> send(RunningServer running, String path) {
    return running
        .client()
        .sendAsync(running.request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void stop(RunningServer running, Duration deadline) {
    try {
      running.server.stop(deadline);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Asks until the server takes no more requests: it refuses the connection, or answers 503. */
  private static void awaitRefusal(RunningServer running) throws Exception {
    while (true) {
      try {
        if (running.get("/healthz").statusCode() == 503) {
          return;
        }
      } catch (IOException _) {
        return;
      }
      Thread.onSpinWait();
    }
  }
}
