package io.omnigraph.schema.check;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.syntax.Declaration.InterfaceDeclaration;
import io.omnigraph.schema.syntax.Declaration.NodeDeclaration;
import io.omnigraph.schema.syntax.Member.PropertyMember;
import io.omnigraph.schema.syntax.Name;
import io.omnigraph.schema.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives nodes the properties of their interfaces (stage C: errors 7 and 8). */
final class InterfaceRules {

  private final Map<String, InterfaceDeclaration> interfaces = new LinkedHashMap<>();
  private final Problems problems;

  InterfaceRules(SyntaxTree tree, Problems problems) {
    this.problems = problems;
    for (InterfaceDeclaration declared : tree.declarations(InterfaceDeclaration.class)) {
      interfaces.putIfAbsent(declared.name().text(), declared);
    }
  }

  ResolvedType resolve(NodeDeclaration node) {
    Map<String, PropertyMember> injected = new LinkedHashMap<>();
    boolean complete = true;
    for (Name name : node.implemented()) {
      InterfaceDeclaration implemented = interfaces.get(name.text());
      if (implemented == null) {
        problems.add(
            name.span(),
            "node `%s` implements the unknown interface `%s`"
                .formatted(node.name().text(), name.text()),
            DidYouMean.help(name.text(), interfaces.keySet()));
        complete = false;
      } else {
        inject(implemented, node, injected);
      }
    }
    List<PropertyMember> properties = new ArrayList<>(node.properties());
    properties.addAll(injected.values());
    return new ResolvedType(node, properties, complete);
  }

  private void inject(
      InterfaceDeclaration implemented,
      NodeDeclaration node,
      Map<String, PropertyMember> injected) {
    for (PropertyMember property : implemented.properties()) {
      String name = property.name().text();
      PropertyMember present =
          node.properties().stream()
              .filter(own -> own.name().text().equals(name))
              .findFirst()
              .orElse(injected.get(name));
      if (present == null) {
        injected.put(name, property);
      } else if (!present.type().equals(property.type())) {
        problems.add(
            present.span(),
            "node `%s` has `%s` as %s, but interface `%s` declares it as %s"
                .formatted(
                    node.name().text(),
                    name,
                    present.type().display(),
                    implemented.name().text(),
                    property.type().display()));
      }
    }
  }
}
