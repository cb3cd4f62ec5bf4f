package io.omnigraph.plugin.graph.serving;

import io.omnigraph.graph.diff.ChangeOp;
import io.omnigraph.graph.diff.DiffFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which differences are wanted, as words.
 *
 * @param kinds {@code node} and {@code edge}; empty for both
 * @param types names of types; empty for all
 * @param ops {@code insert}, {@code update} and {@code delete}; empty for all
 */
public record DiffQuery(List<String> kinds, List<String> types, List<String> ops) {

  public DiffQuery {
    kinds = List.copyOf(kinds);
    types = List.copyOf(types);
    ops = List.copyOf(ops);
  }

  /** What is wrong with the words; empty when nothing is. */
  public Optional<String> problem() {
    return kinds.stream()
        .filter(kind -> !Set.of("node", "edge").contains(kind))
        .map(kind -> "`" + kind + "` is no kind of entity: expected `node` or `edge`")
        .findFirst()
        .or(() ->
            ops.stream()
                .filter(op -> ChangeOp.of(op).isEmpty())
                .map(op -> "`" + op + "` is no change: expected `insert`, `update` or `delete`")
                .findFirst());
  }

  /** The filter, of words without a problem. */
  public DiffFilter filter() {
    return new DiffFilter(
        Set.copyOf(kinds),
        Set.copyOf(types),
        ops.stream().flatMap(op -> ChangeOp.of(op).stream()).collect(Collectors.toSet()));
  }
}
