package io.omnigraph.server.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.serving.Lane;
import io.omnigraph.server.limit.Limits;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  @Test
  void theCountIsLimitedUntilOneLeaves() {
    Admission admission = new Admission(limits(2, 1000));
    Admission.Ticket first = admit(admission, "a", 1);
    admit(admission, "a", 1);

    assertThat(admission.enter("a", Lane.WRITE, 1))
        .isEqualTo(new Admission.Entry.Rejected("actor in-flight count cap 2 exceeded"));
    first.close();
    admit(admission, "a", 1);
  }

  @Test
  void theBytesAreLimitedAndEqualityPasses() {
    Admission admission = new Admission(limits(16, 1000));
    admit(admission, "a", 600);

    assertThat(admission.enter("a", Lane.WRITE, 600))
        .isEqualTo(
            new Admission.Entry.Rejected(
                "actor byte budget exceeded: would use 1200 bytes against cap 1000"));
    admit(admission, "a", 300);
    admit(admission, "a", 100);
  }

  @Test
  void actorsDoNotCountForEachOther() {
    Admission admission = new Admission(limits(1, 1000));
    admit(admission, "a", 1);

    admit(admission, "b", 1);
  }

  @Test
  void manyAtOnceNeverExceedTheLimit() throws InterruptedException {
    Admission admission = new Admission(limits(16, 1000));
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger admitted = new AtomicInteger();
    List<Thread> threads =
        IntStream.range(0, 32)
            .mapToObj(_ ->
                Thread.ofVirtual()
                    .start(() -> {
                      try {
                        go.await();
                      } catch (InterruptedException e) {
                        throw new AssertionError(e);
                      }
                      if (admission.enter("a", Lane.WRITE, 1) instanceof Admission.Entry.Admitted) {
                        admitted.incrementAndGet();
                      }
                    }))
            .toList();

    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(admitted).hasValue(16);
  }

  @Test
  void readsAndWritesDoNotCountForEachOther() {
    Admission admission =
        new Admission(
            settled(
                Map.of(
                    "OMNIGRAPH_GLOBAL_INFLIGHT_MAX", "1",
                    "OMNIGRAPH_READ_INFLIGHT_MAX", "2",
                    "OMNIGRAPH_READ_BYTES_MAX", "100")));
    admit(admission, "a", 1);

    assertThat(admission.enter("b", Lane.WRITE, 1))
        .isEqualTo(new Admission.Entry.Rejected("server in-flight write count cap 1 exceeded"));
    assertThat(admission.enter("b", Lane.READ, 60)).isInstanceOf(Admission.Entry.Admitted.class);
    assertThat(admission.enter("c", Lane.READ, 60))
        .isEqualTo(
            new Admission.Entry.Rejected(
                "server read byte budget exceeded: would use 120 bytes against cap 100"));
    assertThat(admission.enter("c", Lane.READ, 40)).isInstanceOf(Admission.Entry.Admitted.class);
    assertThat(admission.enter("d", Lane.READ, 0))
        .isEqualTo(new Admission.Entry.Rejected("server in-flight read count cap 2 exceeded"));
  }

  private static Limits limits(long requests, long bytes) {
    return settled(
        Map.of(
            "OMNIGRAPH_PER_ACTOR_INFLIGHT_MAX", String.valueOf(requests),
            "OMNIGRAPH_PER_ACTOR_BYTES_MAX", String.valueOf(bytes)));
  }

  private static Limits settled(Map<String, String> environment) {
    return ((Limits.Read.Settled) Limits.read(environment, 1L << 32)).limits();
  }

  private static Admission.Ticket admit(Admission admission, String actor, long bytes) {
    Admission.Entry entry = admission.enter(actor, Lane.WRITE, bytes);
    assertThat(entry).isInstanceOf(Admission.Entry.Admitted.class);
    return ((Admission.Entry.Admitted) entry).ticket();
  }
}
