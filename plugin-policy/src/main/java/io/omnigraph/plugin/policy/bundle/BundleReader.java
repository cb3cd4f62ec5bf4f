package io.omnigraph.plugin.policy.bundle;

import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.yaml.ConfigNode;
import io.omnigraph.ground.yaml.YamlDocument;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the shape of a bundle: keys, types, and the words for actions and scopes. */
final class BundleReader {

  private static final Set<String> BUNDLE_KEYS =
      Set.of("version", "kind", "groups", "protected_branches", "rules");
  private static final Set<String> RULE_KEYS = Set.of("id", "allow");
  private static final Set<String> ALLOW_KEYS =
      Set.of("actors", "actions", "branch_scope", "target_branch_scope");
  private static final Set<String> ACTORS_KEYS = Set.of("group");

  private final SourceText source;

  BundleReader(SourceText source) {
    this.source = source;
  }

  /**
   * The bundle.
   *
   * @throws InvalidBundleException at the first thing that is wrong
   */
  PolicyBundle read() {
    YamlDocument document = YamlDocument.read(source);
    if (!document.problems().isEmpty()) {
      YamlDocument.Problem first = document.problems().getFirst();
      throw new InvalidBundleException(first.span(), first.message());
    }
    ConfigNode root =
        document
            .root()
            .orElseThrow(() ->
                new InvalidBundleException(
                    source.span(0, 0), "expected a policy bundle, found an empty document"));
    Shape bundle = Shape.of(root, "the policy bundle", BUNDLE_KEYS);
    Located<BigInteger> version = bundle.integer("version");
    bundle.optional("kind").ifPresent(BundleReader::requireScalar);
    return new PolicyBundle(
        version,
        bundle.optional("groups").map(BundleReader::groups).orElseGet(TreeMap::new),
        bundle.optionalList("protected_branches", item -> Shape.text(item, "a protected branch")),
        bundle.optionalList("rules", BundleReader::rule));
  }

  private static SortedMap<String, PolicyBundle.Group> groups(ConfigNode node) {
    if (!(node instanceof ConfigNode.Fields fields)) {
      throw Shape.unexpected(node, "`groups`", "a map");
    }
    SortedMap<String, PolicyBundle.Group> groups = new TreeMap<>();
    fields.values().forEach((name, value) -> groups.put(name, group(name, value)));
    return groups;
  }

  private static PolicyBundle.Group group(String name, ConfigNode value) {
    String what = "the group `" + name + "`";
    List<Located<String>> members = new ArrayList<>();
    for (ConfigNode item : Shape.items(value, what)) {
      members.add(Shape.text(item, "a member of " + what));
    }
    return new PolicyBundle.Group(members, value.span());
  }

  private static Rule rule(ConfigNode node) {
    Shape unnamed = Shape.of(node, "a rule", RULE_KEYS);
    Located<String> id = unnamed.text("id");
    String where = "the rule `" + id.value() + "`";
    Shape rule = unnamed.called(where);
    Shape allow = Shape.of(rule.required("allow"), "`allow` of " + where, ALLOW_KEYS);
    Shape actors = Shape.of(allow.required("actors"), "`actors` of " + where, ACTORS_KEYS);
    ConfigNode actions = allow.required("actions");
    List<Located<Action>> allowed = new ArrayList<>();
    for (ConfigNode item : Shape.items(actions, "`actions` of " + where)) {
      allowed.add(word(item, "action", where, Action.words()));
    }
    return new Rule(
        id,
        actors.text("group"),
        allowed,
        actions.span(),
        scope(allow, "branch_scope", where),
        scope(allow, "target_branch_scope", where));
  }

  private static @Nullable Located<Scope> scope(Shape allow, String key, String where) {
    Optional<ConfigNode> node = allow.optional(key);
    return node.isEmpty() ? null : word(node.get(), key, where, Scope.words());
  }

  private static <T> Located<T> word(
      ConfigNode node, String what, String where, Map<String, T> words) {
    Located<String> text = Shape.text(node, what + " of " + where);
    T meaning = words.get(text.value());
    if (meaning == null) {
      throw Shape.unknown(text.value(), what, where, words.keySet(), text.span());
    }
    return new Located<>(meaning, text.span());
  }

  private static void requireScalar(ConfigNode kind) {
    if (kind instanceof ConfigNode.Items || kind instanceof ConfigNode.Fields) {
      throw Shape.unexpected(kind, "`kind`", "a plain word");
    }
  }
}
