package io.omnigraph.server.routing;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A path with parameters: {@code /graphs/{graph_id}/queries/{name}}.
 *
 * @param segments between the slashes, parameters in their braces
 */
record PathTemplate(List<String> segments) {

  PathTemplate {
    segments = List.copyOf(segments);
  }

  static PathTemplate parse(String template) {
    if (!template.startsWith("/")) {
      throw new IllegalArgumentException("a path must begin with a slash: `" + template + "`");
    }
    return new PathTemplate(segmentsOf(template));
  }

  /** The segments of a path; a final slash makes an empty one. */
  static List<String> segmentsOf(String path) {
    return Arrays.asList(path.substring(1).split("/", -1));
  }

  static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  /** The segments of a path that matches, by the names of the parameters that they stand for. */
  SortedMap<String, String> parametersIn(List<String> path) {
    SortedMap<String, String> parameters = new TreeMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (isParameter(segment)) {
        parameters.put(segment.substring(1, segment.length() - 1), path.get(i));
      }
    }
    return parameters;
  }
}
