package io.omnigraph.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.server.stage.StageOutcome;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

  @ParameterizedTest
  @CsvSource({
    "branch=main, main", "branch=a+b, a b", "branch=a%2Bb, a+b", "branch=%C3%A9, é",
    "branch=a=b, a=b", "&branch=x&, x", "branch, ''", "branch=, ''"
  })
  void decodesValues(String raw, String branch) {
    assertThat(QueryString.read(raw))
        .isEqualTo(StageOutcome.passed(new QueryString(new TreeMap<>(Map.of("branch", branch)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"branch=%", "branch=%zz", "branch=%C3", "%1=x", "a=1&a=2", "a&a"})
  void refusesWhatIsMalformedOrGivenTwice(String raw) {
    assertThat(QueryString.read(raw))
        .isInstanceOfSatisfying(
            StageOutcome.Stopped.class,
            stopped -> assertThat(stopped.refusal().problem().status()).isEqualTo(400));
  }
}
