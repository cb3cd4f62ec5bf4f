package io.omnigraph.server.routing;

import io.omnigraph.api.serving.Route;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A route with the segments of a path that its parameters stand for.
 *
 * @param segments by the parameter's name, as they stand in the path
 */
public record RouteMatch(Route<?, ?> route, SortedMap<String, String> segments) {

  public RouteMatch {
    segments = Collections.unmodifiableSortedMap(new TreeMap<>(segments));
  }
}
