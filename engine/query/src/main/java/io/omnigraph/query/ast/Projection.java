package io.omnigraph.query.ast;

import io.omnigraph.ground.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column that is asked for. */
public sealed interface Projection {

  /** The name after {@code as}; absent without one. */
  @Nullable String alias();

  /** The whole projection. */
  SourceSpan span();

  /** The value of an expression. */
  record Value(Expression expression, @Nullable String alias, SourceSpan span)
      implements Projection {}

  /**
   * A node as an object: {@code $x { name, born }}, or {@code $x { * }}.
   *
   * @param members in the order of the source; empty for the id and every property
   */
  record Node(
      Expression.Variable variable, List<Member> members, @Nullable String alias, SourceSpan span)
      implements Projection {

    public Node {
      members = List.copyOf(members);
    }

    /** Whether the whole node is asked for. */
    public boolean isWhole() {
      return members.isEmpty();
    }
  }

  /** The name of a property, or {@code @id}, that becomes a member of an object. */
  record Member(String property, SourceSpan span) {}
}
