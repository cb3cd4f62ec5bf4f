package io.omnigraph.execute.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last operator: makes the rows of the result from those of the match. */
interface ResultSink extends Operator {

  /** The rows of the result in their order; called once, when all batches have been accepted. */
  List<@Nullable Object[]> finish();
}
