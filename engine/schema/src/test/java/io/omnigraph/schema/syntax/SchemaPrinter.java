package io.omnigraph.schema.syntax;

import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.Constraint.Bound;
import io.omnigraph.schema.catalog.GraphType.Cardinality;
import io.omnigraph.schema.syntax.Declaration.EdgeDeclaration;
import io.omnigraph.schema.syntax.Declaration.InterfaceDeclaration;
import io.omnigraph.schema.syntax.Declaration.NodeDeclaration;
import io.omnigraph.schema.syntax.Member.ConstraintMember;
import io.omnigraph.schema.syntax.Member.PropertyMember;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints syntax trees as sources that parse to the same trees, but for spans. */
public final class SchemaPrinter {

  private SchemaPrinter() {}

  /** The source of a tree: one member a line, an empty line between declarations. */
  public static String print(SyntaxTree tree) {
    return tree.declarations().stream()
        .map(SchemaPrinter::declaration)
        .collect(Collectors.joining("\n"));
  }

  private static String declaration(Declaration declaration) {
    String header =
        switch (declaration) {
          case InterfaceDeclaration(Name name, _) -> "interface " + name.text();
          case NodeDeclaration(Name name, var annotations, var implemented, _) ->
              "node " + name.text() + annotations(annotations) + implemented(implemented);
          case EdgeDeclaration edge ->
              "edge %s: %s -> %s%s%s"
                  .formatted(
                      edge.name().text(),
                      edge.from().text(),
                      edge.to().text(),
                      cardinality(edge.cardinality()),
                      annotations(edge.annotations()));
        };
    return header + body(declaration.members());
  }

  private static String implemented(List<Name> names) {
    return names.isEmpty()
        ? ""
        : " implements " + names.stream().map(Name::text).collect(Collectors.joining(", "));
  }

  private static String cardinality(Cardinality cardinality) {
    if (cardinality.equals(Cardinality.ANY)) {
      return "";
    }
    String max = cardinality.isBounded() ? Long.toString(cardinality.max()) : "";
    return " @card(" + cardinality.min() + ".." + max + ")";
  }

  private static String body(List<Member> members) {
    return members.stream()
        .map(member -> "  " + member(member) + "\n")
        .collect(Collectors.joining("", members.isEmpty() ? " {" : " {\n", "}\n"));
  }

  private static String member(Member member) {
    return switch (member) {
      case PropertyMember(Name name, var type, var annotations, _) ->
          name.text() + ": " + type.display() + annotations(annotations);
      case ConstraintMember(Constraint constraint, _, _) -> constraint(constraint);
    };
  }

  private static String annotations(List<WrittenAnnotation> annotations) {
    return annotations.stream()
        .map(written -> " " + annotation(written.annotation()))
        .collect(Collectors.joining());
  }

  private static String annotation(Annotation annotation) {
    String value = annotation.value();
    return "@" + annotation.name() + (value == null ? "" : "(" + quoted(value) + ")");
  }

  private static String constraint(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Key(var columns) -> "@key(" + String.join(", ", columns) + ")";
      case Constraint.Unique(var columns) -> "@unique(" + String.join(", ", columns) + ")";
      case Constraint.Index(var columns) -> "@index(" + String.join(", ", columns) + ")";
      case Constraint.Range(var property, var min, var max) ->
          "@range(" + property + ", " + bound(min) + ".." + bound(max) + ")";
      case Constraint.Check(var property, var pattern) ->
          "@check(" + property + ", " + quoted(pattern) + ")";
    };
  }

  private static String bound(@Nullable Bound bound) {
    return switch (bound) {
      case null -> "";
      case Bound.Whole(long number) -> Long.toString(number);
      case Bound.Decimal(double number) -> {
        String plain = new BigDecimal(Double.toString(number)).toPlainString();
        yield plain.contains(".") ? plain : plain + ".0";
      }
    };
  }

  private static String quoted(String value) {
    return '"'
        + value
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + '"';
  }
}
