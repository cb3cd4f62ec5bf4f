package io.omnigraph.graph.snapshot;

/** The rows of a type, by dense row number. */
public sealed interface Table permits NodeTable, EdgeTable {

  /** One more than the highest row number; dead rows included. */
  int size();

  /** The number of live rows. */
  int liveCount();

  /** Whether a row is live. */
  boolean isLive(int row);

  /** The id of a row. */
  String id(int row);

  /** The live row with an id; -1 when there is none. */
  int rowOf(String id);

  /**
   * The values of a property. Read from storage on first use; columns that nobody asks for are
   * never read.
   *
   * @throws IllegalArgumentException when the type does not have the property
   */
  Column column(String property);
}
