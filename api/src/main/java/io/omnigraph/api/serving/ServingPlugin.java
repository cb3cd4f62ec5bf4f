package io.omnigraph.api.serving;

import io.omnigraph.api.kind.Payload;
import io.omnigraph.ground.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The serving side of a plugin. Found through {@link java.util.ServiceLoader}; made once; {@link
 * #check} and {@link #start} are called by one thread, what {@link #start} returns is used by many.
 * It sees applied resources only, never the configuration, and writes nothing while it starts.
 */
public interface ServingPlugin {

  /** The plugin's name, for the order of starting and for messages. */
  String name();

  /** The plugins that must have started before this one, where they are present. */
  default Set<String> after() {
    return Set.of();
  }

  /** The kinds whose catalog payloads it needs, with the form of each. */
  default Map<String, Payload> payloads() {
    return Map.of();
  }

  /**
   * What stands in the way of serving a revision, found without opening anything. The findings of
   * all plugins are reported together, and any error refuses to serve.
   */
  default List<Diagnostic> check(AppliedRevision revision) {
    return List.of();
  }

  /** Opens what is served and offers services and routes. */
  Start start(ServingContext context);

  /** Whether a plugin can serve. */
  sealed interface Start {

    /** It can. */
    record Ready(Serving serving) implements Start {}

    /** It cannot; the messages name what is wrong and the way out. */
    record Refused(List<Diagnostic> reasons) implements Start {

      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }
}
