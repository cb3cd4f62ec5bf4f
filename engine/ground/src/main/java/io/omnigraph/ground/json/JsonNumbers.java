package io.omnigraph.ground.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.omnigraph.ground.json.JsonReader.Stop;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Reads the numbers of a JSON text: whole ones of any size, the others as exact decimals, and a
 * negative zero with a fraction as a double, which alone can hold its sign. What is longer or has a
 * greater exponent than the limits of {@link Json} is refused, because arithmetic with it costs far
 * more than it takes to write.
 */
final class JsonNumbers {

  private static final int LONG_DIGITS = 18;

  private final JsonSource source;

  JsonNumbers(JsonSource source) {
    this.source = source;
  }

  /** Takes a number. */
  JsonNode read() throws Stop {
    int start = source.at;
    boolean isNegative = source.take('-');
    int first = source.at;
    int digits = source.takeDigits();
    if (digits == 0) {
      throw new Stop(
          isNegative
              ? "expected a digit behind `-`, found " + source.found()
              : "expected a value, found " + source.found(),
          source.at);
    }
    if (digits > 1 && source.bytes[first] == '0') {
      throw new Stop("a number must not begin with `0` and another digit", start);
    }
    boolean hasFraction = source.take('.');
    if (hasFraction && source.takeDigits() == 0) {
      throw new Stop("expected a digit behind `.`, found " + source.found(), source.at);
    }
    boolean hasExponent = source.take('e') || source.take('E');
    if (hasExponent) {
      exponent(start);
    }
    if (source.at - start > Json.LONGEST_NUMBER) {
      throw new Stop(
          "the number `"
              + source.shown(start)
              + "` has more than "
              + Json.LONGEST_NUMBER
              + " characters",
          start);
    }
    String text = new String(source.bytes, start, source.at - start, StandardCharsets.US_ASCII);
    return hasFraction || hasExponent ? decimal(text, isNegative) : whole(text, digits);
  }

  private void exponent(int start) throws Stop {
    if (!source.take('+')) {
      source.take('-');
    }
    int first = source.at;
    if (source.takeDigits() == 0) {
      throw new Stop("expected a digit in the exponent, found " + source.found(), source.at);
    }
    int value = 0;
    for (int i = first; i < source.at; i++) {
      value = Math.min(value * 10 + source.bytes[i] - '0', Json.GREATEST_EXPONENT + 1);
    }
    if (value > Json.GREATEST_EXPONENT) {
      throw new Stop(
          "the number `"
              + source.shown(start)
              + "` has an exponent beyond "
              + Json.GREATEST_EXPONENT,
          start);
    }
  }

  private static JsonNode whole(String text, int digits) {
    JsonNodeFactory nodes = Json.mapper().getNodeFactory();
    if (digits > LONG_DIGITS) {
      BigInteger value = new BigInteger(text);
      return value.bitLength() < Long.SIZE
          ? nodes.numberNode(value.longValue())
          : nodes.numberNode(value);
    }
    long value = Long.parseLong(text);
    return value == (int) value ? nodes.numberNode((int) value) : nodes.numberNode(value);
  }

  private static JsonNode decimal(String text, boolean isNegative) {
    BigDecimal value = new BigDecimal(text);
    return isNegative && value.signum() == 0
        ? Json.mapper().getNodeFactory().numberNode(-0.0)
        : DecimalNode.valueOf(value);
  }
}
