package io.omnigraph.server.boot;

import static java.util.stream.Collectors.joining;

import io.omnigraph.api.serving.ServingPlugin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The order in which plugins start: each after those that it names, else by name. */
final class PluginOrder {

  private PluginOrder() {}

  /**
   * Sorts plugins.
   *
   * @throws IllegalStateException when they wait for each other in a circle: the installation is
   *     wrong, not the cluster
   */
  static List<ServingPlugin> sorted(List<ServingPlugin> plugins) {
    List<ServingPlugin> waiting = new ArrayList<>(plugins);
    waiting.sort(Comparator.comparing(ServingPlugin::name));
    List<ServingPlugin> order = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Set<String> names = waiting.stream().map(ServingPlugin::name).collect(Collectors.toSet());
      Optional<ServingPlugin> next =
          waiting.stream()
              .filter(plugin -> plugin.after().stream().noneMatch(names::contains))
              .findFirst();
      if (next.isEmpty()) {
        throw new IllegalStateException(
            "plugins wait for each other: " + names.stream().sorted().collect(joining(", ")));
      }
      waiting.remove(next.get());
      order.add(next.get());
    }
    return order;
  }
}
