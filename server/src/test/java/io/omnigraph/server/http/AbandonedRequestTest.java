package io.omnigraph.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.serving.Reply;
import io.omnigraph.server.FakePlugin;
import io.omnigraph.server.Routes;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Clients that go away, or send their next request early. */
class AbandonedRequestTest {

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch abandoned = new CountDownLatch(1);

  private FakePlugin waiting() {
    return new FakePlugin("graph")
        .with(
            Routes.open(
                "/wait",
                request -> {
                  entered.countDown();
                  while (!request.isAbandoned()) {
                    Thread.onSpinWait();
                  }
                  abandoned.countDown();
                  return Reply.ok(Map.of());
                }))
        .with(Routes.open("/ask", request -> Reply.ok(Map.of("abandoned", request.isAbandoned()))));
  }

  @Test
  void aHandlerSeesThatItsClientIsGone() throws Exception {
    try (RunningServer running = new RunningServer(Map.of(), waiting())) {
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), running.port)) {
        send(client, "/wait");
        entered.await();
      }

      abandoned.await();
    }
  }

  @Test
  void whatAClientSendsAheadIsItsNextRequest() throws Exception {
    try (RunningServer running = new RunningServer(Map.of(), waiting());
        Socket client = new Socket(InetAddress.getLoopbackAddress(), running.port)) {
      send(client, "/ask");
      send(client, "/ask");
      client.shutdownOutput();

      String answers = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
    }
  }

  private static void send(Socket client, String path) throws Exception {
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    client.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    client.getOutputStream().flush();
  }
}
