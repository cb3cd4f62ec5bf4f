package io.omnigraph.io.load;

/** Is told how far a load is, by the thread that loads. */
@FunctionalInterface
public interface LoadListener {

  /**
   * Some more of the input was read; called every few thousand records and at the end.
   *
   * @param records read so far; from 1 again when the load is repeated
   * @param bytes of the input read so far, as it is stored, compressed or not
   */
  void read(long records, long bytes);

  /** Nobody. */
  static LoadListener none() {
    return (_, _) -> {};
  }
}
