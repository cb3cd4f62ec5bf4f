package io.omnigraph.query.check;

import io.omnigraph.query.ast.Comparison;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code match} block or one inside it asks for: the assignments of nodes to variables for
 * which everything here holds, whatever the order.
 *
 * <p>The optional patterns are the exception to that. They extend the assignments that the
 * variables, the traversals, and those conditions and blocks that are about no nullable variable of
 * this pattern make, one after the other: each assignment becomes one for every match of the
 * optional pattern, and stays as it is, with no node for the new variables, where there is none.
 * The conditions and blocks that are about such variables are tested after that.
 *
 * @param variables those that the block introduces, each once, by slot; each ranges over all nodes
 *     of its type. Those of the blocks around it are bound already
 * @param traversals each is a condition of its own, also when two join the same variables. In a
 *     block inside another one an end may be a nullable variable of the outer one; no edge joins a
 *     node that is missing
 * @param conditions filters, searches and the entries of binding maps
 * @param blocks what must or must not be found for an assignment
 * @param optionals in the order of the source; each may use the variables of those before it
 */
public record Pattern(
    List<RowVariable> variables,
    List<Traversal> traversals,
    List<Condition> conditions,
    List<Block> blocks,
    List<Pattern> optionals) {

  public Pattern {
    variables = List.copyOf(variables);
    traversals = List.copyOf(traversals);
    conditions = List.copyOf(conditions);
    blocks = List.copyOf(blocks);
    optionals = List.copyOf(optionals);
  }

  /** The variables of the pattern and of its optional ones, by slot. */
  public List<RowVariable> visibleVariables() {
    return Stream.concat(
            variables.stream(), optionals.stream().flatMap(o -> o.visibleVariables().stream()))
        .sorted(Comparator.comparingInt(RowVariable::slot))
        .toList();
  }

  /** A condition on how many assignments of its own variables a pattern has. */
  public sealed interface Block {

    /** What is looked for. */
    Pattern pattern();

    /** There is none: {@code not { … }}. */
    record Absent(Pattern pattern) implements Block {}

    /** There is at least one: {@code exists { … }}. */
    record Present(Pattern pattern) implements Block {}

    /**
     * Their number compares with a value: {@code count { … } > 2}. A null value is never reached.
     *
     * @param number a numeric expression over variables outside the block
     */
    record Counted(Pattern pattern, Comparison comparison, TypedExpression number)
        implements Block {}

    /**
     * A value over all of them compares with another: {@code sum($x.n) { … } > 2}. No value, as of
     * no assignment but for a count, compares with nothing.
     *
     * @param aggregate over the assignments
     * @param number an expression over variables outside the block
     */
    record Measured(
        Pattern pattern, TypedAggregate aggregate, Comparison comparison, TypedExpression number)
        implements Block {}
  }

  /**
   * Pairs of nodes that edges join, as a set: however many edges join two nodes, they are one pair,
   * unless a variable stands for the edge.
   *
   * <p>A pair counts when the shortest path from one node to the other has between {@code min} and
   * {@code max} edges, of whichever members. A node is its own partner by an edge from itself to
   * itself, which is a path of one edge; longer ones back to it do not count.
   *
   * @param members the edges that are followed; none where no type of the schema fits
   * @param from the variable at the one end
   * @param to the variable at the other end; may be the same variable
   * @param min at least 1
   * @param max at least {@code min}; 1 unless both ends have one type
   * @param edge stands for the edge, so that each edge makes an assignment of its own; absent where
   *     nothing does
   * @param isChoice whether alternatives or all edges are asked for
   */
  public record Traversal(
      List<Member> members,
      NodeVariable from,
      NodeVariable to,
      long min,
      long max,
      @Nullable EdgeVariable edge,
      boolean isChoice) {

    public Traversal {
      members = List.copyOf(members);
    }

    /** Whether edges can follow one another. */
    public boolean chains() {
      return from.type().name().equals(to.type().name());
    }
  }

  /** Edges of a type, and how they join the ends of a traversal. */
  public record Member(EdgeType type, Direction direction) {}

  /** How edges join the ends of a traversal. */
  public enum Direction {
    FORWARD,
    BACKWARD,
    /** Both ways; the ends have one type then. */
    EITHER
  }

  /** Whether the pattern or one inside it asks for alternatives or for all edges. */
  public boolean hasChoice() {
    return traversals.stream().anyMatch(Traversal::isChoice)
        || blocks.stream().anyMatch(block -> block.pattern().hasChoice())
        || optionals.stream().anyMatch(Pattern::hasChoice);
  }
}
