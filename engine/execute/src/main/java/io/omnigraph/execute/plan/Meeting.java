package io.omnigraph.execute.plan;

import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern.Traversal;
import java.util.List;

/**
 * The nodes that several nodes of a row lead to at once.
 *
 * @param to stands for them
 * @param ways all of which lead to each of them; at least one
 * @param apart none of which leads to one of them
 * @param unlike other nodes of the row, of the same type, that are not among them
 * @param conditions on them alone
 */
public record Meeting(
    NodeVariable to,
    List<Way> ways,
    List<Way> apart,
    List<NodeVariable> unlike,
    List<Condition> conditions) {

  public Meeting {
    ways = List.copyOf(ways);
    apart = List.copyOf(apart);
    unlike = List.copyOf(unlike);
    conditions = List.copyOf(conditions);
  }

  /**
   * A traversal from a node that rows have.
   *
   * @param from the end that rows have
   */
  public record Way(Traversal traversal, NodeVariable from) {}
}
