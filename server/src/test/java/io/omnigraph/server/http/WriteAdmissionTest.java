package io.omnigraph.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Lane;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.ground.access.Action;
import io.omnigraph.server.FakePlugin;
import io.omnigraph.server.Routes;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WriteAdmissionTest {

  private static final Access.Check CHANGE =
      Access.Check.on(Action.CHANGE, new Address("graph", "g"));

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch mayFinish = new CountDownLatch(1);

  @Test
  void aBusyActorIsAskedToRetryAndReadsGoOn() throws Exception {
    FakePlugin plugin =
        new FakePlugin("graph")
            .with(
                Routes.get(
                    "/write",
                    Lane.WRITE,
                    _ -> CHANGE,
                    _ -> {
                      entered.countDown();
                      mayFinish.await();
                      return Reply.ok(Map.of());
                    }))
            .with(Routes.get("/read", _ -> CHANGE, _ -> Reply.ok(Map.of())));
    Map<String, String> oneAtATime = Map.of("OMNIGRAPH_PER_ACTOR_INFLIGHT_MAX", "1");

    try (RunningServer server = new RunningServer(oneAtATime, plugin)) {
      CompletableFuture<HttpResponse<String>> first =
          server
              .client()
              .sendAsync(server.request("/write").build(), HttpResponse.BodyHandlers.ofString());
      entered.await();
      HttpResponse<String> second = server.get("/write");
      int read = server.get("/read").statusCode();
      mayFinish.countDown();

      assertThat(second.statusCode()).isEqualTo(429);
      assertThat(second.headers().firstValue("Retry-After")).hasValue("60");
      assertThat(second.body())
          .isEqualTo(
              "{\"error\":\"actor in-flight count cap 1"
                  + " exceeded\",\"code\":\"too_many_requests\"}");
      assertThat(read).isEqualTo(200);
      assertThat(first.join().statusCode()).isEqualTo(200);
      assertThat(server.get("/write").statusCode()).isEqualTo(200);
    }
  }
}
