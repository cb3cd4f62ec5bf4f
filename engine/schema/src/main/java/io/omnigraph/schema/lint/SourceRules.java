package io.omnigraph.schema.lint;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.language.Span;
import io.omnigraph.schema.lint.Finding.Severity;
import io.omnigraph.schema.migration.DefaultValue;
import io.omnigraph.schema.syntax.Declaration;
import io.omnigraph.schema.syntax.Declaration.InterfaceDeclaration;
import io.omnigraph.schema.syntax.Declaration.NodeDeclaration;
import io.omnigraph.schema.syntax.Member.ConstraintMember;
import io.omnigraph.schema.syntax.Member.PropertyMember;
import io.omnigraph.schema.syntax.Name;
import io.omnigraph.schema.syntax.SchemaParser;
import io.omnigraph.schema.syntax.SyntaxTree;
import io.omnigraph.schema.syntax.WrittenAnnotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at a source that compiles, by itself. */
final class SourceRules {

  private static final List<String> KNOWN =
      List.of(
          "key",
          "unique",
          "index",
          "embed",
          "description",
          "instruction",
          "rename_from",
          DefaultValue.ANNOTATION);

  private final SourceText source;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> implemented = new HashSet<>();

  private SourceRules(SourceText source) {
    this.source = source;
  }

  static List<Finding> check(SourceText source) {
    SourceRules rules = new SourceRules(source);
    SyntaxTree tree = SchemaParser.parse(source, new Problems(source));
    for (Declaration declaration : tree.declarations()) {
      if (declaration instanceof NodeDeclaration node) {
        node.implemented().stream().map(Name::text).forEach(rules.implemented::add);
      }
    }
    tree.declarations().forEach(rules::check);
    return rules.findings;
  }

  private void check(Declaration declaration) {
    if (declaration instanceof InterfaceDeclaration type
        && !implemented.contains(type.name().text())) {
      add(
          Severity.INFO,
          "S104",
          type.name().span(),
          "no node implements the interface `" + type.name().text() + "`");
    }
    declaration.annotations().forEach(this::checkAnnotation);
    for (PropertyMember property : declaration.properties()) {
      property.annotations().forEach(this::checkAnnotation);
      property.annotations().forEach(annotation -> checkDefault(property, annotation));
    }
    for (ConstraintMember member : declaration.constraints()) {
      checkConstraint(declaration, member);
    }
  }

  private void checkAnnotation(WrittenAnnotation annotation) {
    if (!KNOWN.contains(annotation.name())) {
      String help =
          DidYouMean.help("@" + annotation.name(), KNOWN.stream().map(k -> "@" + k).toList());
      add(
          Severity.WARNING,
          "S103",
          annotation.span(),
          "the annotation `@%s` has no effect%s"
              .formatted(annotation.name(), help == null ? "" : "; " + help));
    }
  }

  private void checkDefault(PropertyMember property, WrittenAnnotation annotation) {
    if (!annotation.name().equals(DefaultValue.ANNOTATION)) {
      return;
    }
    String value = annotation.annotation().value();
    if (property.type().isNullable()) {
      add(
          Severity.WARNING,
          "S106",
          annotation.span(),
          "@default has no effect on `%s`, which may be absent".formatted(property.name().text()));
    } else if (value == null || DefaultValue.parse(property.type(), value).isEmpty()) {
      add(
          Severity.WARNING,
          "S106",
          annotation.span(),
          "the default of `%s` is not a value of type %s"
              .formatted(property.name().text(), property.type().display()));
    }
  }

  private void checkConstraint(Declaration declaration, ConstraintMember member) {
    switch (member.constraint()) {
      case Constraint.Check(_, var pattern) -> checkPattern(member.span(), pattern);
      case Constraint.Range(_, var min, var max) -> {
        if (min != null && max != null && min.value() > max.value()) {
          add(
              Severity.ERROR,
              "S102",
              member.span(),
              "no value passes a range whose minimum is above its maximum");
        }
      }
      case Constraint.Key _, Constraint.Unique _, Constraint.Index _ -> {}
    }
    for (Name name : member.properties()) {
      declaration.properties().stream()
          .filter(property -> property.name().text().equals(name.text()))
          .findFirst()
          .ifPresent(property -> checkFit(member, property));
    }
  }

  private void checkFit(ConstraintMember member, PropertyMember property) {
    String name = property.name().text();
    boolean isBulky = property.type().isList() || property.type().scalar().shape().isPresent();
    switch (member.constraint()) {
      case Constraint.Unique _ when isBulky ->
          add(
              Severity.WARNING,
              "S105",
              member.span(),
              "@unique on `%s` compares whole values of type %s, which is rarely meant"
                  .formatted(name, property.type().display()));
      case Constraint.Range _, Constraint.Check _ when property.type().isList() ->
          add(
              Severity.WARNING,
              "S105",
              member.span(),
              "the constraint on the list `" + name + "` is never enforced");
      default -> {}
    }
  }

  private void checkPattern(Span at, String pattern) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      add(
          Severity.ERROR,
          "S101",
          at,
          "the pattern `%s` cannot be used, so every write is refused: %s"
              .formatted(pattern, e.getDescription()));
    }
  }

  private void add(Severity severity, String code, Span at, String message) {
    findings.add(new Finding(severity, code, message, source.span(at.start(), at.end())));
  }
}
