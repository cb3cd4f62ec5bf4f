package io.omnigraph.graph.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of an entity between two states. */
public enum ChangeOp {
  /** It is new. */
  @JsonProperty("insert")
  INSERT,
  /** It has other values. */
  @JsonProperty("update")
  UPDATE,
  /** It is gone. */
  @JsonProperty("delete")
  DELETE;

  /** The name on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The operation of a name. */
  public static Optional<ChangeOp> of(String word) {
    return Arrays.stream(values()).filter(op -> op.word().equals(word)).findFirst();
  }
}
