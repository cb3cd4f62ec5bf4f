package io.omnigraph.query.ast;

import io.omnigraph.ground.source.SourceSpan;
import java.util.List;

/** A change of the graph. */
public sealed interface Statement {

  /** The type that is changed. */
  String type();

  /** Where the type stands. */
  SourceSpan typeSpan();

  /** {@code insert Type { … }}. */
  record Insert(String type, SourceSpan typeSpan, List<Assignment> assignments)
      implements Statement {

    public Insert {
      assignments = List.copyOf(assignments);
    }
  }

  /** {@code update Type set { … } where …}. */
  record Update(
      String type, SourceSpan typeSpan, List<Assignment> assignments, Expression condition)
      implements Statement {

    public Update {
      assignments = List.copyOf(assignments);
    }
  }

  /** {@code delete Type where …}. */
  record Delete(String type, SourceSpan typeSpan, Expression condition) implements Statement {}

  /**
   * A property and its new value.
   *
   * @param value an expression without properties
   * @param span of the property's name
   */
  record Assignment(String property, Expression value, SourceSpan span) {}
}
