package io.omnigraph.query.check;

import io.omnigraph.query.parameter.Parameter;
import java.util.List;

/** A query that fits a schema. */
public sealed interface CheckedQuery permits CheckedRead, CheckedMutation {

  /** The query's name. */
  String name();

  /** Its parameters in the order of the source. */
  List<Parameter> parameters();
}
