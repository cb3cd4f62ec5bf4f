package io.omnigraph.server.routing;

import static java.util.stream.Collectors.joining;

import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.Route.Method;
import io.omnigraph.server.stage.Refusal;
import io.omnigraph.server.stage.StageOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every route, found by path and method. A literal segment wins over a parameter, whatever methods
 * stand behind it: {@code DELETE /branches/merge} is a wrong method of the literal path and never
 * the branch {@code merge}. A final slash makes another path.
 */
public final class RouteTable {

  private final Node root = new Node();
  private final List<Route<?, ?>> routes;

  /**
   * A table of routes.
   *
   * @throws IllegalArgumentException when two routes have one path and method; see {@link
   *     #conflicts}
   */
  public RouteTable(List<Route<?, ?>> routes) {
    this.routes = List.copyOf(routes);
    for (Route<?, ?> route : routes) {
      PathTemplate template = PathTemplate.parse(route.path());
      Target previous = root.at(template).targets.put(route.method(), new Target(route, template));
      if (previous != null) {
        throw new IllegalArgumentException("two routes for " + route.method() + " " + route.path());
      }
    }
  }

  /** All routes. */
  public List<Route<?, ?>> routes() {
    return routes;
  }

  /** The methods and paths that several of the routes have, for messages. */
  public static List<String> conflicts(List<Route<?, ?>> routes) {
    SortedMap<String, List<String>> operations = new TreeMap<>();
    for (Route<?, ?> route : routes) {
      String place = route.method() + " " + route.path().replaceAll("\\{[^/]*}", "{}");
      operations.computeIfAbsent(place, _ -> new ArrayList<>()).add("`" + route.operation() + "`");
    }
    return operations.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> entry.getKey() + " is claimed by " + String.join(" and ", entry.getValue()))
        .toList();
  }

  /**
   * The route of a request: 404 for an unknown path, 405 for a known path with another method.
   *
   * @param method as sent; {@code HEAD} finds the routes of {@code GET}
   * @param path as sent, without the query string
   */
  public StageOutcome<RouteMatch> match(String method, String path) {
    List<String> segments = path.startsWith("/") ? PathTemplate.segmentsOf(path) : List.of();
    Node node = segments.isEmpty() ? null : root.find(segments);
    if (node == null) {
      return StageOutcome.stopped(Problem.notFound("no route `" + path + "`"));
    }
    Target target = methodOf(method).map(node.targets::get).orElse(null);
    if (target == null) {
      Problem problem =
          new Problem(
              405,
              "method_not_allowed",
              "`" + path + "` does not answer the method `" + method + "`",
              Map.of());
      return new StageOutcome.Stopped<>(Refusal.of(problem, "Allow", node.allowed()));
    }
    return StageOutcome.passed(
        new RouteMatch(target.route(), target.template().parametersIn(segments)));
  }

  private static Optional<Method> methodOf(String method) {
    String wanted = method.equals("HEAD") ? "GET" : method;
    return Arrays.stream(Method.values()).filter(m -> m.name().equals(wanted)).findFirst();
  }

  /** A route and its path. */
  private record Target(Route<?, ?> route, PathTemplate template) {}

  /** A place in the tree of paths. Changed only while the table is made. */
  private static final class Node {

    private final SortedMap<String, Node> literals = new TreeMap<>();
    private @Nullable Node parameter;
    private final TreeMap<Method, Target> targets = new TreeMap<>();

    /** The node of a template; made where it is missing. */
    private Node at(PathTemplate template) {
      Node node = this;
      for (String segment : template.segments()) {
        node =
            PathTemplate.isParameter(segment)
                ? node.parameterNode()
                : node.literals.computeIfAbsent(segment, _ -> new Node());
      }
      return node;
    }

    private Node parameterNode() {
      Node node = parameter;
      if (node == null) {
        node = new Node();
        parameter = node;
      }
      return node;
    }

    /** The node that a path leads to, if any route is there. */
    private @Nullable Node find(List<String> path) {
      if (path.isEmpty()) {
        return targets.isEmpty() ? null : this;
      }
      String segment = path.getFirst();
      List<String> rest = path.subList(1, path.size());
      Node literal = literals.get(segment);
      Node found = literal == null ? null : literal.find(rest);
      if (found == null && parameter != null && !segment.isEmpty()) {
        found = parameter.find(rest);
      }
      return found;
    }

    private String allowed() {
      TreeSet<String> methods = new TreeSet<>();
      targets.keySet().forEach(method -> methods.add(method.name()));
      if (targets.containsKey(Method.GET)) {
        methods.add("HEAD");
      }
      return methods.stream().collect(joining(", "));
    }
  }
}
