package io.omnigraph.values;

import com.fasterxml.jackson.databind.JsonNode;

/** 64-bit floating point numbers. */
final class Float64Rules extends FloatRules {

  Float64Rules() {
    super("F64", ColumnForm.FLOAT64, "Float64");
  }

  @Override
  double nearest(JsonNode number) {
    return number.doubleValue();
  }

  @Override
  double nearest(String number) {
    return Double.parseDouble(number);
  }

  @Override
  boolean accepts(Object value) {
    return value instanceof Double;
  }

  @Override
  Reading convert(Scalar from, Object value) {
    return Reading.of(from.real(value));
  }
}
