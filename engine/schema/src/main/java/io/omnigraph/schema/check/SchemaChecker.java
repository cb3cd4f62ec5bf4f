package io.omnigraph.schema.check;

import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.InterfaceType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.check.ResolvedType.WrittenConstraint;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.syntax.Declaration;
import io.omnigraph.schema.syntax.Declaration.EdgeDeclaration;
import io.omnigraph.schema.syntax.Declaration.InterfaceDeclaration;
import io.omnigraph.schema.syntax.Declaration.NodeDeclaration;
import io.omnigraph.schema.syntax.Member.PropertyMember;
import io.omnigraph.schema.syntax.Name;
import io.omnigraph.schema.syntax.SyntaxTree;
import io.omnigraph.schema.syntax.WrittenAnnotation;
import java.util.ArrayList;
import java.util.List;

/** Checks a syntax tree that was parsed without problems, and makes a schema of it. */
public final class SchemaChecker {

  private final List<InterfaceType> interfaces = new ArrayList<>();
  private final List<NodeType> nodes = new ArrayList<>();
  private final List<EdgeType> edges = new ArrayList<>();

  private SchemaChecker() {}

  /**
   * Checks a tree.
   *
   * @param source the text of the tree, for the schema
   * @param inDeclarations receives what is wrong with declarations in themselves (stages C to E)
   * @param betweenDeclarations receives what does not fit together (stages F to H)
   * @return the schema; to be used only if nothing was reported
   */
  public static Schema check(
      SyntaxTree tree, String source, Problems inDeclarations, Problems betweenDeclarations) {
    List<ResolvedType> types = resolve(tree, inDeclarations);
    var annotationRules = new AnnotationRules(inDeclarations);
    var constraintRules = new ConstraintRules(inDeclarations);
    for (ResolvedType type : types) {
      annotationRules.check(type);
      constraintRules.check(type);
    }
    new NameRules(tree, betweenDeclarations).check(types);
    SchemaChecker checker = new SchemaChecker();
    tree.declarations(InterfaceDeclaration.class).forEach(checker::add);
    types.forEach(checker::add);
    return new Schema(source, checker.interfaces, checker.nodes, checker.edges);
  }

  private static List<ResolvedType> resolve(SyntaxTree tree, Problems problems) {
    var interfaceRules = new InterfaceRules(tree, problems);
    List<ResolvedType> types = new ArrayList<>();
    for (Declaration declaration : tree.declarations()) {
      switch (declaration) {
        case NodeDeclaration node -> types.add(interfaceRules.resolve(node));
        case EdgeDeclaration edge -> types.add(ResolvedType.of(edge));
        case InterfaceDeclaration _ -> {}
      }
    }
    return types;
  }

  private void add(InterfaceDeclaration declared) {
    interfaces.add(
        new InterfaceType(declared.name().text(), List.of(), properties(declared.properties())));
  }

  private void add(ResolvedType type) {
    List<Annotation> annotations = annotations(type.declaration().annotations());
    List<Property> properties = properties(type.properties());
    List<Constraint> constraints =
        type.constraints().stream().map(WrittenConstraint::constraint).toList();
    switch (type.declaration()) {
      case NodeDeclaration node ->
          nodes.add(
              new NodeType(
                  node.name().text(),
                  annotations,
                  node.implemented().stream().map(Name::text).toList(),
                  properties,
                  constraints));
      case EdgeDeclaration edge ->
          edges.add(
              new EdgeType(
                  edge.name().text(),
                  edge.from().text(),
                  edge.to().text(),
                  edge.cardinality(),
                  annotations,
                  properties,
                  constraints));
      case InterfaceDeclaration _ -> {}
    }
  }

  private static List<Property> properties(List<PropertyMember> members) {
    return members.stream()
        .map(p -> new Property(p.name().text(), p.type(), annotations(p.annotations())))
        .toList();
  }

  private static List<Annotation> annotations(List<WrittenAnnotation> written) {
    return written.stream().map(WrittenAnnotation::annotation).toList();
  }
}
