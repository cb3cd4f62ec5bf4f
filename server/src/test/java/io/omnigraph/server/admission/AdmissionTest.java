package io.omnigraph.server.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  @Test
  void theCountIsLimitedUntilOneLeaves() {
    Admission admission = new Admission(new AdmissionLimits(2, 1000));
    Admission.Ticket first = admit(admission, "a", 1);
    admit(admission, "a", 1);

    assertThat(admission.enter("a", 1))
        .isEqualTo(new Admission.Entry.Rejected("actor in-flight count cap 2 exceeded"));
    first.close();
    admit(admission, "a", 1);
  }

  @Test
  void theBytesAreLimitedAndEqualityPasses() {
    Admission admission = new Admission(new AdmissionLimits(16, 1000));
    admit(admission, "a", 600);

    assertThat(admission.enter("a", 600))
        .isEqualTo(
            new Admission.Entry.Rejected(
                "actor byte budget exceeded: would use 1200 bytes against cap 1000"));
    admit(admission, "a", 300);
    admit(admission, "a", 100);
  }

  @Test
  void actorsDoNotCountForEachOther() {
    Admission admission = new Admission(new AdmissionLimits(1, 1000));
    admit(admission, "a", 1);

    admit(admission, "b", 1);
  }

  @Test
  void manyAtOnceNeverExceedTheLimit() throws InterruptedException {
    Admission admission = new Admission(new AdmissionLimits(16, 1000));
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
                      if (admission.enter("a", 1) instanceof Admission.Entry.Admitted) {
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
  void limitsComeFromTheEnvironment() {
    assertThat(AdmissionLimits.of(Map.of())).isEqualTo(AdmissionLimits.USUAL);
    assertThat(
            AdmissionLimits.of(
                Map.of(
                    "OMNIGRAPH_PER_ACTOR_INFLIGHT_MAX", " 3 ",
                    "OMNIGRAPH_PER_ACTOR_BYTES_MAX", "many")))
        .isEqualTo(new AdmissionLimits(3, AdmissionLimits.USUAL.bytes()));
  }

  private static Admission.Ticket admit(Admission admission, String actor, long bytes) {
    Admission.Entry entry = admission.enter(actor, bytes);
    assertThat(entry).isInstanceOf(Admission.Entry.Admitted.class);
    return ((Admission.Entry.Admitted) entry).ticket();
  }
}
