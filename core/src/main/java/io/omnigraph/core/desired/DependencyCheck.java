package io.omnigraph.core.desired;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.ground.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether everything that is depended on is declared, and nothing depends on itself. */
final class DependencyCheck {

  private final SortedMap<Address, Declared> resources;
  private final Map<Address, SourceSpan> places;

  /**
   * A check.
   *
   * @param places where resources are declared, as far as that is known
   */
  DependencyCheck(SortedMap<Address, Declared> resources, Map<Address, SourceSpan> places) {
    this.resources = resources;
    this.places = places;
  }

  /** Everything wrong, by address: what is unknown, then what is a circle. */
  List<Diagnostic> problems() {
    List<Diagnostic> problems = new ArrayList<>();
    for (Declared resource : resources.values()) {
      for (Address need : resource.dependsOn()) {
        if (!resources.containsKey(need)) {
          problems.add(unknown(resource.address(), need));
        }
      }
    }
    circles().stream().map(this::circle).forEach(problems::add);
    return List.copyOf(problems);
  }

  private Diagnostic unknown(Address address, Address need) {
    List<String> declared = resources.keySet().stream().map(Address::toString).toList();
    String wayOut =
        DidYouMean.nearest(need.toString(), declared)
            .map(nearest -> "did you mean `" + nearest + "`?")
            .orElse("declare it, or depend on something else");
    return Diagnostic.error(
            "dependency_unknown",
            address.toString(),
            "`%s` depends on `%s`, which is not declared; %s".formatted(address, need, wayOut))
        .at(places.get(address));
  }

  private Diagnostic circle(List<Address> circle) {
    Address first = circle.getFirst();
    List<String> way = circle.stream().skip(1).map(address -> "`" + address + "`").toList();
    String message =
        way.isEmpty()
            ? "`%s` depends on itself; remove that dependency".formatted(first)
            : "`%s` depends on itself by way of %s; remove one of these dependencies"
                .formatted(first, String.join(", ", way));
    return Diagnostic.error("dependency_cycle", first.toString(), message).at(places.get(first));
  }

  /** Circles that have no resource in common, each from its smallest address on. */
  private List<List<Address>> circles() {
    SortedMap<Address, SortedSet<Address>> open = new TreeMap<>();
    resources.forEach(
        (address, resource) -> open.put(address, new TreeSet<>(resource.dependsOn())));
    List<List<Address>> circles = new ArrayList<>();
    Set<Address> settled = new TreeSet<>();
    for (Address start : resources.keySet()) {
      Optional<List<Address>> circle = walk(start, open, settled);
      circle.ifPresent(found -> circles.add(fromSmallest(found)));
    }
    return circles;
  }

  /**
   * Follows dependencies from a resource, every one once in all walks, until they end or meet the
   * way that led there.
   */
  private Optional<List<Address>> walk(
      Address start, SortedMap<Address, SortedSet<Address>> open, Set<Address> settled) {
    LinkedHashSet<Address> way = new LinkedHashSet<>();
    if (!settled.contains(start)) {
      way.add(start);
    }
    while (!way.isEmpty()) {
      Address at = way.getLast();
      SortedSet<Address> needs = open.getOrDefault(at, new TreeSet<>());
      if (needs.isEmpty()) {
        settled.add(at);
        way.removeLast();
        continue;
      }
      Address next = needs.removeFirst();
      if (way.contains(next)) {
        List<Address> whole = List.copyOf(way);
        settled.addAll(whole);
        return Optional.of(whole.subList(whole.indexOf(next), whole.size()));
      }
      if (!settled.contains(next) && resources.containsKey(next)) {
        way.add(next);
      }
    }
    return Optional.empty();
  }

  private static List<Address> fromSmallest(List<Address> circle) {
    int smallest = circle.indexOf(new TreeSet<>(circle).first());
    List<Address> turned = new ArrayList<>(circle.subList(smallest, circle.size()));
    turned.addAll(circle.subList(0, smallest));
    return List.copyOf(turned);
  }
}
