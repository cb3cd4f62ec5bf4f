package io.omnigraph.cli;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The modules of {@code docs/architecture.md} and what each of them may know. */
final class ModuleTable {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z0-9/-]+)` \\|[^|]*\\|([^|]*)\\|$");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private ModuleTable() {}

  /** By module, the modules that it names. */
  static Map<String, Set<String>> rows() {
    return ROW.matcher(Repository.text("docs/architecture.md"))
        .results()
        .collect(
            Collectors.toMap(
                row -> row.group(1), row -> quoted(row), (first, _) -> first, TreeMap::new));
  }

  /** By module, the modules that it sees: those that it names, and those that they see. */
  static Map<String, Set<String>> seen() {
    Map<String, Set<String>> rows = rows();
    Map<String, Set<String>> seen = new TreeMap<>();
    rows.forEach((module, named) -> {
      Set<String> all = new TreeSet<>();
      named.forEach(other -> add(other, rows, all));
      seen.put(module, all);
    });
    return seen;
  }

  private static void add(String module, Map<String, Set<String>> rows, Set<String> all) {
    if (all.add(module)) {
      rows.getOrDefault(module, Set.of()).forEach(other -> add(other, rows, all));
    }
  }

  private static Set<String> quoted(MatchResult row) {
    return QUOTED
        .matcher(row.group(2))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
