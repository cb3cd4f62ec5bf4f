package io.omnigraph.io.load;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What becomes of the rows that a table has already. Tables without a record stay as they are. */
public enum LoadMode {
  /** A row with the id of a stored one replaces it whole; the others are added. */
  MERGE,
  /** Rows are added; one with the id of a stored row refuses the load. */
  APPEND,
  /** The rows of the input become the table. */
  OVERWRITE;

  /** The word on the command line and in JSON: {@code merge}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The same word, which picocli matches options against. */
  @Override
  public String toString() {
    return word();
  }
}
