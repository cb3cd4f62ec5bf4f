package io.omnigraph.values;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * 32-bit floating point numbers. Outside of columns a value is the double of the same worth; it is
 * written with the fewest digits that read back as the same 32 bits.
 */
final class Float32Rules extends FloatRules {

  Float32Rules() {
    super("F32", ColumnForm.FLOAT32, "Float32");
  }

  @Override
  double nearest(JsonNode number) {
    return number.floatValue();
  }

  @Override
  double nearest(String number) {
    return Float.parseFloat(number);
  }

  /** Whether 32 bits have room for it; it need not have been rounded yet. */
  @Override
  boolean accepts(Object value) {
    return value instanceof Double number
        && (Float.isFinite(number.floatValue()) || !Double.isFinite(number));
  }

  @Override
  Reading convert(Scalar from, Object value) {
    double number = from.real(value);
    return Float.isFinite((float) number) || !Double.isFinite(number)
        ? Reading.of((double) (float) number)
        : Reading.outOfRange("value " + number + " exceeds F32");
  }

  @Override
  Object stored(Object value) {
    return (double) ((Double) value).floatValue();
  }

  @Override
  Object json(Object value) {
    return Double.valueOf(Float.toString(((Double) value).floatValue()));
  }
}
