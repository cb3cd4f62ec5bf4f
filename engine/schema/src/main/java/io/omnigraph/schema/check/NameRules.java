package io.omnigraph.schema.check;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.syntax.Declaration;
import io.omnigraph.schema.syntax.Declaration.EdgeDeclaration;
import io.omnigraph.schema.syntax.Declaration.InterfaceDeclaration;
import io.omnigraph.schema.syntax.Declaration.NodeDeclaration;
import io.omnigraph.schema.syntax.Member.PropertyMember;
import io.omnigraph.schema.syntax.Name;
import io.omnigraph.schema.syntax.SyntaxTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which names may be declared together, and what edges connect (stages F to H). */
final class NameRules {

  private static final Set<String> NODE_FIELDS = Set.of("id");
  private static final Set<String> EDGE_FIELDS = Set.of("id", "src", "dst");

  private final SyntaxTree tree;
  private final Problems problems;

  NameRules(SyntaxTree tree, Problems problems) {
    this.tree = tree;
    this.problems = problems;
  }

  void check(List<ResolvedType> types) {
    checkTwice(InterfaceDeclaration.class, "interface type");
    checkTwice(NodeDeclaration.class, "node type");
    checkTwice(EdgeDeclaration.class, "edge type");
    checkEdges();
    tree.declarations(InterfaceDeclaration.class)
        .forEach(each -> checkPropertiesTwice(each, each.name().text()));
    for (ResolvedType type : types) {
      checkPropertiesTwice(type.declaration(), type.name());
      checkBuiltInFields(type);
    }
  }

  private <D extends Declaration> void checkTwice(Class<D> sort, String what) {
    Set<String> seen = new HashSet<>();
    for (D declared : tree.declarations(sort)) {
      if (!seen.add(declared.name().text())) {
        problems.add(
            declared.name().span(), "duplicate " + what + " `" + declared.name().text() + "`");
      }
    }
  }

  private void checkEdges() {
    List<String> nodes =
        tree.declarations(NodeDeclaration.class).stream().map(n -> n.name().text()).toList();
    Map<String, String> folded = new HashMap<>();
    for (EdgeDeclaration edge : tree.declarations(EdgeDeclaration.class)) {
      checkEndpoint(edge, edge.from(), "source", nodes);
      checkEndpoint(edge, edge.to(), "target", nodes);
      String name = edge.name().text();
      String other = folded.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      if (other != null && !other.equals(name)) {
        problems.add(
            edge.name().span(),
            "the edge names `%s` and `%s` are the same after case folding".formatted(other, name));
      }
    }
  }

  private void checkEndpoint(EdgeDeclaration edge, Name end, String which, List<String> nodes) {
    if (nodes.contains(end.text())) {
      return;
    }
    boolean isInterface =
        tree.declarations(InterfaceDeclaration.class).stream()
            .anyMatch(declared -> declared.name().text().equals(end.text()));
    problems.add(
        end.span(),
        "edge `%s` references unknown %s type `%s`"
            .formatted(edge.name().text(), which, end.text()),
        isInterface
            ? "edges connect nodes; `" + end.text() + "` is an interface"
            : DidYouMean.help(end.text(), nodes));
  }

  private void checkPropertiesTwice(Declaration declaration, String type) {
    Set<String> seen = new HashSet<>();
    for (PropertyMember property : declaration.properties()) {
      if (!seen.add(property.name().text())) {
        problems.add(
            property.name().span(),
            "duplicate property `%s` in `%s`".formatted(property.name().text(), type));
      }
    }
  }

  private void checkBuiltInFields(ResolvedType type) {
    Set<String> fields = type.isEdge() ? EDGE_FIELDS : NODE_FIELDS;
    for (PropertyMember property : type.properties()) {
      if (fields.contains(property.name().text())) {
        problems.add(
            property.name().span(),
            "%s cannot have a property `%s`, because every %s has a built-in field of that name"
                .formatted(
                    type.described(), property.name().text(), type.isEdge() ? "edge" : "node"),
            "choose another name for the property");
      }
    }
  }
}
