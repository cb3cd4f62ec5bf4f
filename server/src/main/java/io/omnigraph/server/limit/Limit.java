package io.omnigraph.server.limit;

/** One limit of a server, and the environment variable that sets it. */
public enum Limit {
  /** Writes of one actor that run at a time. */
  ACTOR_WRITES("OMNIGRAPH_PER_ACTOR_INFLIGHT_MAX", 16),
  /** Bytes of the bodies of one actor's writes. */
  ACTOR_BYTES("OMNIGRAPH_PER_ACTOR_BYTES_MAX", 4_294_967_296L),
  /** Writes of all actors that run at a time. */
  WRITES("OMNIGRAPH_GLOBAL_INFLIGHT_MAX", 64),
  /** Bytes of the bodies of all writes. */
  WRITE_BYTES("OMNIGRAPH_GLOBAL_BYTES_MAX", 268_435_456),
  /** Reads that run, or whose answers are being sent, at a time. */
  READS("OMNIGRAPH_READ_INFLIGHT_MAX", 128),
  /** Bytes of the bodies of all reads. */
  READ_BYTES("OMNIGRAPH_READ_BYTES_MAX", 67_108_864),
  /** Open connections; more wait until one is closed. */
  CONNECTIONS("OMNIGRAPH_CONNECTIONS_MAX", 1024),
  /** Seconds from the first byte of a request's head to its last. */
  HEAD_SECONDS("OMNIGRAPH_HEAD_TIMEOUT_SECONDS", 10),
  /** Seconds until the first byte of a request on an open connection. */
  IDLE_SECONDS("OMNIGRAPH_IDLE_TIMEOUT_SECONDS", 60),
  /** Seconds from the head of a request to the last byte of its body. */
  BODY_SECONDS("OMNIGRAPH_BODY_TIMEOUT_SECONDS", 30);

  /** A body becomes a document, texts and rows: so much of the heap for each byte of it. */
  private static final long HEAP_PER_BYTE = 16;

  private final String variable;
  private final long usual;

  Limit(String variable, long usual) {
    this.variable = variable;
    this.usual = usual;
  }

  /** The environment variable. */
  public String variable() {
    return variable;
  }

  /** What holds where the variable is not set and the heap is large. */
  public long usual() {
    return usual;
  }

  /**
   * What holds where the variable is not set.
   *
   * @param heap the most bytes that the virtual machine takes for objects
   */
  long usual(long heap) {
    return switch (this) {
      case WRITE_BYTES -> Math.min(usual, heap / HEAP_PER_BYTE);
      case READ_BYTES -> Math.min(usual, heap / HEAP_PER_BYTE / 2);
      case ACTOR_WRITES,
          ACTOR_BYTES,
          WRITES,
          READS,
          CONNECTIONS,
          HEAD_SECONDS,
          IDLE_SECONDS,
          BODY_SECONDS ->
          usual;
    };
  }
}
