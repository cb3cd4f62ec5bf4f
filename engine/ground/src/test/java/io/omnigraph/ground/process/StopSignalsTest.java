package io.omnigraph.ground.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the first and the second signal do. */
final class StopSignalsTest {

  private static final int INT = 2;
  private static final int TERM = 15;

  private final List<String> happened = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private final StopSignals signals =
      new StopSignals(
          code -> happened.add("exit " + code),
          code -> happened.add("halt " + code),
          () -> happened.add("notice"),
          () -> now);

  @Test
  void aSignalEndsAProcessThatDefersNothing() {
    signals.receive(INT);

    assertThat(happened).containsExactly("exit 130");
  }

  @Test
  void aSignalWaitsForWhatIsDeferredAndDecidesTheExitCode() {
    try (var _ = signals.defer()) {
      signals.receive(TERM);
      assertThat(signals.isMade()).isTrue();
      assertThatThrownBy(signals::check).isInstanceOf(Stopped.class);
    }

    assertThat(happened).containsExactly("notice");
    assertThat(signals.exitCode()).hasValue(143);
  }

  @Test
  void aSecondSignalEndsTheProcessWhateverIsDeferred() {
    try (var _ = signals.defer()) {
      signals.receive(TERM);
      now = now.plusSeconds(1);
      signals.receive(INT);
    }

    assertThat(happened).containsExactly("notice", "halt 130");
  }

  @Test
  void aSignalThatIsSentTwiceAtOnceIsOneRequest() {
    try (var _ = signals.defer()) {
      signals.receive(TERM);
      signals.receive(TERM);
    }

    assertThat(happened).containsExactly("notice");
  }

  @Test
  void withoutASignalNothingIsDecided() {
    assertThat(signals.isMade()).isFalse();
    assertThat(signals.exitCode()).isEmpty();
  }
}
