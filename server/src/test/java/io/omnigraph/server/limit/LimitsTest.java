package io.omnigraph.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

  private static final long LARGE_HEAP = 1L << 40;

  @ParameterizedTest
  @EnumSource
  void everyLimitHasADefaultAndCanBeSet(Limit limit) {
    assertThat(settled(Map.of(), LARGE_HEAP).of(limit)).isEqualTo(limit.usual());
    assertThat(settled(Map.of(limit.variable(), " 7 "), LARGE_HEAP).of(limit)).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "0", "-1", "1.5", "99999999999999999999", "٣"})
  void aValueThatIsNoPositiveNumberIsRefusedByName(String value) {
    Map<String, String> environment =
        Map.of("OMNIGRAPH_BODY_TIMEOUT_SECONDS", value, "OMNIGRAPH_CONNECTIONS_MAX", value);

    assertThat(Limits.read(environment, LARGE_HEAP))
        .isEqualTo(
            new Limits.Read.Refused(
                List.of(
                    "OMNIGRAPH_CONNECTIONS_MAX must be a whole number from 1 to 1000000, found `"
                        + value
                        + "`",
                    "OMNIGRAPH_BODY_TIMEOUT_SECONDS must be a whole number from 1 to 86400, found `"
                        + value
                        + "`")));
  }

  @Test
  void bodiesTakeNoMoreThanTheHeapCanHold() {
    Limits limits = settled(Map.of(), 512 << 20);

    assertThat(limits.of(Limit.WRITE_BYTES)).isEqualTo(32 << 20);
    assertThat(limits.of(Limit.READ_BYTES)).isEqualTo(16 << 20);
    assertThat(limits.time(Limit.BODY_SECONDS)).isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @EnumSource
  void thePageNamesEveryLimitAndItsDefault(Limit limit) throws IOException {
    assertThat(Files.readString(Path.of("../docs/server.md")))
        .contains("| `" + limit.variable() + "` | " + limit.usual() + " |");
  }

  private static Limits settled(Map<String, String> environment, long heap) {
    return ((Limits.Read.Settled) Limits.read(environment, heap)).limits();
  }
}
