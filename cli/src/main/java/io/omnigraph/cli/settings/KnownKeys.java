package io.omnigraph.cli.settings;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.ground.yaml.ConfigNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that a settings file may have, as dotted patterns in which {@code *} stands for any
 * name. What lies below a pattern is not looked at.
 */
record KnownKeys(List<String> patterns) {

  static final KnownKeys OMNIGRAPH_YAML =
      new KnownKeys(
          List.of(
              "project.name",
              "graphs.*.uri",
              "graphs.*.bearer_token_env",
              "graphs.*.policy.file",
              "graphs.*.queries",
              "server.graph",
              "server.bind",
              "server.policy.file",
              "cli.graph",
              "cli.branch",
              "cli.actor",
              "cli.output_format",
              "cli.table_max_column_width",
              "cli.table_cell_layout",
              "query.roots",
              "auth.env_file",
              "aliases.*",
              "queries",
              "policy.file",
              "policy.tests"));

  static final KnownKeys OPERATOR_FILE =
      new KnownKeys(
          List.of(
              "operator.actor",
              "defaults.output",
              "defaults.table_max_column_width",
              "defaults.table_cell_layout",
              "servers.*.url",
              "aliases.*"));

  KnownKeys {
    patterns = List.copyOf(patterns);
  }

  /** One sentence for each key that is not known, with the nearest that is. */
  List<String> warnings(ConfigNode.Fields root) {
    List<String> found = new ArrayList<>();
    check(root, "", "", found);
    return found;
  }

  private void check(ConfigNode.Fields fields, String path, String pattern, List<String> found) {
    for (Map.Entry<String, ConfigNode> field : fields.values().entrySet()) {
      String at = join(path, field.getKey());
      Optional<String> matched = match(pattern, field.getKey());
      if (matched.isEmpty()) {
        found.add(unknown(at, pattern, field.getKey()));
      } else if (!patterns.contains(matched.get())
          && field.getValue() instanceof ConfigNode.Fields below) {
        check(below, at, matched.get(), found);
      }
    }
  }

  private Optional<String> match(String parent, String key) {
    String exact = join(parent, key);
    String any = join(parent, "*");
    return List.of(exact, any).stream().filter(this::leadsSomewhere).findFirst();
  }

  private boolean leadsSomewhere(String prefix) {
    return patterns.stream().anyMatch(p -> p.equals(prefix) || p.startsWith(prefix + "."));
  }

  private String unknown(String at, String parent, String key) {
    String text = "unknown key `" + at + "` is ignored";
    return DidYouMean.nearest(key, childrenOf(parent))
        .map(near -> text + "; did you mean `" + near + "`?")
        .orElse(text);
  }

  private Collection<String> childrenOf(String parent) {
    String prefix = parent.isEmpty() ? "" : parent + ".";
    return patterns.stream()
        .filter(p -> p.startsWith(prefix))
        .map(p -> p.substring(prefix.length()).split("\\.", 2)[0])
        .distinct()
        .toList();
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
