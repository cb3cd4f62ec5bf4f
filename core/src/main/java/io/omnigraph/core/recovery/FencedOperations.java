package io.omnigraph.core.recovery;

import io.omnigraph.api.kind.FencedOperation;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.kinds.Kinds;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fenced operations of all registered kinds, by name. */
public final class FencedOperations {

  private final Map<String, Entry> byName = new TreeMap<>();

  /**
   * Collects them.
   *
   * @throws IllegalArgumentException when two operations have one name
   */
  public FencedOperations(Kinds kinds) {
    for (ResourceKind kind : kinds.inOrder()) {
      kind.fencedOperations()
          .forEach((operation, fenced) -> {
            if (byName.put(fenced.name(), new Entry(operation, fenced)) != null) {
              throw new IllegalArgumentException(
                  "two kinds offer the operation `" + fenced.name() + "`");
            }
          });
    }
  }

  /** The operation of a name. */
  public Optional<Entry> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** A fenced operation, and what kind of change it carries out. */
  public record Entry(Operation operation, FencedOperation fenced) {}
}
