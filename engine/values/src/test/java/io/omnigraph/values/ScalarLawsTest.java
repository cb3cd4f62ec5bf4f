package io.omnigraph.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the values of every scalar. */
class ScalarLawsTest {

  record Drawn(Scalar scalar, long seed) {

    List<Object> values() {
      return RandomScalars.of(scalar, seed);
    }

    PropertyType type() {
      return scalar == Scalar.VECTOR ? PropertyType.vector(3) : PropertyType.of(scalar);
    }
  }

  static Stream<Drawn> drawn() {
    return Scalar.all().stream()
        .flatMap(scalar -> LongStream.range(0, 20).mapToObj(seed -> new Drawn(scalar, seed)));
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void whatIsWrittenIsReadBackToTheLastBit(Drawn drawn) {
    for (Object value : drawn.values()) {
      JsonNode json = JsonForm.tree(drawn.type(), value);

      assertThat(exact(drawn.scalar().read(json))).as("%s", json).isEqualTo(Identity.exact(value));
      assertThat(exact(drawn.scalar().parameter(json)))
          .as("%s", json)
          .isEqualTo(Identity.exact(value));
      if (drawn.scalar() != Scalar.VECTOR) {
        assertThat(drawn.scalar().parse(drawn.scalar().text(value))).isEqualTo(Reading.of(value));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void equalityOrderAndKeysAgree(Drawn drawn) {
    Scalar scalar = drawn.scalar();
    for (Object one : drawn.values()) {
      for (Object other : drawn.values()) {
        boolean isEqual = Identity.of(one).equals(Identity.of(other));

        assertThat(Identity.text(one).equals(Identity.text(other))).isEqualTo(isEqual);
        if (isEqual) {
          assertThat(Identity.of(one).hashCode()).isEqualTo(Identity.of(other).hashCode());
        }
        if (scalar.isOrdered()) {
          assertThat(scalar.compare(one, other) == 0).isEqualTo(isEqual);
          assertThat(Integer.signum(scalar.compare(one, other)))
              .isEqualTo(-Integer.signum(scalar.compare(other, one)));
          assertThat(scalar.key(one).equals(scalar.key(other)))
              .as("%s and %s", one, other)
              .isEqualTo(isEqual);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void aStoredValueIsAcceptedAndStaysAsItIs(Drawn drawn) {
    for (Object value : drawn.values()) {
      assertThat(drawn.scalar().accepts(value)).isTrue();
      assertThat(Identity.exact(drawn.scalar().stored(value))).isEqualTo(Identity.exact(value));
    }
  }

  /** Whoever reads whole numbers without a tree takes those only that the one reader takes. */
  @ParameterizedTest
  @MethodSource("drawn")
  void aPlainNumberIsReadAsItself(Drawn drawn) {
    List<Object> numbers = new ArrayList<>(RandomScalars.of(Scalar.I64, drawn.seed()));
    for (Object number : numbers) {
      JsonNode json = JsonNodeFactory.instance.numberNode((long) (Long) number);

      if (drawn.scalar().isPlain((Long) number)) {
        assertThat(drawn.scalar().read(json)).isEqualTo(Reading.of(number));
      }
    }
  }

  private static Object exact(Reading reading) {
    return reading instanceof Reading.Value(Object value) ? Identity.exact(value) : reading;
  }
}
