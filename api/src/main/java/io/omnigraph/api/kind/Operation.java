package io.omnigraph.api.kind;

import java.util.Locale;

/** What a change does to a resource. */
public enum Operation {
  /** Declared, but not recorded. */
  CREATE,
  /** Declared and recorded, with a difference. */
  UPDATE,
  /** Recorded, but no longer declared. */
  DELETE;

  /** The word in JSON and in messages: {@code create}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
