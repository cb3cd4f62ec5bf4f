package io.omnigraph.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The texts of keys are the ids of stored nodes, so that none of them may ever change. */
class KeyTextTest {

  record Case(Scalar scalar, Object value, String key) {}

  static final List<Case> CASES =
      List.of(
          new Case(Scalar.STRING, "Zoë|\\", "Zoë|\\"),
          new Case(Scalar.BOOL, true, "true"),
          new Case(Scalar.I32, -5L, "-5"),
          new Case(Scalar.I64, Long.MIN_VALUE, "-9223372036854775808"),
          new Case(Scalar.U32, 4294967295L, "4294967295"),
          new Case(Scalar.U64, -1L, "18446744073709551615"),
          new Case(Scalar.F32, (double) 0.1f, "0.1"),
          new Case(Scalar.F32, -0.0, "0.0"),
          new Case(Scalar.F32, (double) 1e10f, "1.0E10"),
          new Case(Scalar.F64, 0.1, "0.1"),
          new Case(Scalar.F64, (double) 0.1f, "0.10000000149011612"),
          new Case(Scalar.F64, -0.0, "0.0"),
          new Case(Scalar.DATE, 19844L, "2024-05-01"),
          new Case(Scalar.DATE_TIME, 1714559400123L, "2024-05-01T10:30:00.123Z"),
          new Case(Scalar.DURATION, 129_600_000_000L, "P1DT12H"));

  @ParameterizedTest
  @FieldSource("CASES")
  void aKeyHasItsText(Case given) {
    assertThat(given.scalar().key(given.value())).isEqualTo(given.key());
  }
}
