package io.omnigraph.query.ast;

import io.omnigraph.ground.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as it was written. */
public sealed interface Expression
    permits Expression.Simple, Expression.Call, Expression.Truth, Literal {

  /** The whole expression. */
  SourceSpan span();

  /** An expression that only names something. */
  sealed interface Simple extends Expression {}

  /** A call of a function. */
  sealed interface Call extends Expression {}

  /** What is true, false or unknown. */
  sealed interface Truth extends Expression {}

  /** What is true when one operand is; there are at least two. */
  record Or(List<Expression> operands, SourceSpan span) implements Truth {

    public Or {
      operands = List.copyOf(operands);
    }
  }

  /** What is true when all operands are; there are at least two. */
  record And(List<Expression> operands, SourceSpan span) implements Truth {

    public And {
      operands = List.copyOf(operands);
    }
  }

  /** What is true when the operand is false. */
  record Not(Expression operand, SourceSpan span) implements Truth {}

  /** A comparison. */
  record Compare(Expression left, Comparison comparison, Expression right, SourceSpan span)
      implements Truth {}

  /** A comparison whose operator is a word: {@code $x.name starts with "A"}. */
  record Relates(Expression left, Relation relation, Expression right, SourceSpan span)
      implements Truth {}

  /**
   * Whether there is a value: {@code $x.born is null}.
   *
   * @param wantsNull whether there must be none
   */
  record NullTest(Expression operand, boolean wantsNull, SourceSpan span) implements Truth {}

  /** A text search, which is true or false for a node. */
  sealed interface TextCall extends Call {

    /** The name of the function. */
    String function();

    /** What is searched. */
    Expression field();

    /** What is searched for. */
    Expression query();
  }

  /** A ranking that {@code rrf} can fuse. */
  sealed interface RankCall extends Call {}

  /** The instant at which the query runs: {@code now()}. */
  record Now(SourceSpan span) implements Simple {}

  /**
   * A parameter or a node variable.
   *
   * @param name without the {@code $}
   */
  record Variable(String name, SourceSpan span) implements Simple {

    /** Whether this is {@code $_}, which is another node wherever it stands. */
    public boolean isAnonymous() {
      return name.equals("_");
    }
  }

  /** A property of a node variable: {@code $x.property}. */
  record PropertyAccess(String variable, String property, SourceSpan span) implements Simple {}

  /**
   * A field that every node or edge has: {@code $x.@id}, or {@code @id} in a {@code where}.
   *
   * @param variable absent where the field stands alone
   */
  record SystemAccess(@Nullable String variable, SystemField field, SourceSpan span)
      implements Simple {}

  /** A bare word, which refers to a column of the result. */
  record AliasReference(String name, SourceSpan span) implements Simple {}

  /** {@code nearest($x.vector, query)}. */
  record Nearest(PropertyAccess property, Expression query, SourceSpan span) implements RankCall {}

  /** {@code bm25(field, query)}. */
  record Bm25(Expression field, Expression query, SourceSpan span) implements RankCall {}

  /**
   * {@code rrf(first, second, k)}.
   *
   * @param k absent where it is left out
   */
  record Rrf(RankCall first, RankCall second, @Nullable Expression k, SourceSpan span)
      implements Call {}

  /** {@code search(field, query)}. */
  record Search(Expression field, Expression query, SourceSpan span) implements TextCall {

    @Override
    public String function() {
      return "search";
    }
  }

  /**
   * {@code fuzzy(field, query, edits)}.
   *
   * @param maxEdits absent where they are left out
   */
  record Fuzzy(Expression field, Expression query, @Nullable Expression maxEdits, SourceSpan span)
      implements TextCall {

    @Override
    public String function() {
      return "fuzzy";
    }
  }

  /** {@code match_text(field, query)}. */
  record MatchText(Expression field, Expression query, SourceSpan span) implements TextCall {

    @Override
    public String function() {
      return "match_text";
    }
  }

  /**
   * {@code count(…)} and its like.
   *
   * @param isDistinct whether equal values count once: {@code count(distinct …)}
   */
  record Aggregate(
      AggregateFunction function, boolean isDistinct, Expression argument, SourceSpan span)
      implements Call {}
}
