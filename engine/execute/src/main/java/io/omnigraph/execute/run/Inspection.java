package io.omnigraph.execute.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How closely a run of a read is looked at. */
public enum Inspection {
  /** The plan is shown, and nothing is run. */
  @JsonProperty("plan")
  PLAN,
  /** The read is run, and its plan is shown with what was measured. */
  @JsonProperty("profile")
  PROFILE;

  /** The inspection that a word names: {@code plan} or {@code profile}. */
  public static Optional<Inspection> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }

  /** The word for it in requests. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
