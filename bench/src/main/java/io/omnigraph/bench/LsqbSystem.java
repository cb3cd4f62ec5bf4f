package io.omnigraph.bench;

/** Counts what queries find in a {@link LsqbGraph} that is loaded. */
interface LsqbSystem extends AutoCloseable {

  /** Its name. */
  String name();

  /** The count that a query gives. */
  long count(LsqbQuery query);

  @Override
  void close();
}
