package io.omnigraph.api.serving;

/** Which requests a request competes with for a place in the server. */
public enum Lane {
  /** Requests that only read. */
  READ,
  /** Requests that change something; limited for each actor as well. */
  WRITE
}
