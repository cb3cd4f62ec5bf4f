package io.omnigraph.schema.syntax;

import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.language.Span;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.Token.Kind;
import io.omnigraph.schema.language.TokenStream;
import io.omnigraph.schema.syntax.Argument.RangeArgument;
import io.omnigraph.schema.syntax.Argument.TextArgument;
import io.omnigraph.schema.syntax.Argument.WordArgument;
import io.omnigraph.schema.syntax.Member.ConstraintMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Parses constraints in bodies. Arguments of a wrong shape are reported and reading goes on. */
final class ConstraintParser {

  private static final Set<String> WORDS = Set.of("key", "unique", "index", "range", "check");

  private final TokenStream tokens;
  private final Problems problems;
  private final ArgumentParser argument;

  ConstraintParser(TokenStream tokens, Problems problems) {
    this.tokens = tokens;
    this.problems = problems;
    this.argument = new ArgumentParser(tokens);
  }

  /** Whether a constraint begins here: without {@code (} the same words are annotations. */
  boolean isNext() {
    return tokens.atSymbol("@")
        && tokens.peek(1).kind() == Kind.NAME
        && WORDS.contains(tokens.peek(1).text())
        && tokens.peek(2).isSymbol("(");
  }

  ConstraintMember constraint() {
    Token first = tokens.expectSymbol("@");
    Token word = tokens.expect(Kind.NAME, "a constraint");
    tokens.expectSymbol("(");
    List<Argument> arguments = new ArrayList<>();
    do {
      arguments.add(argument.argument());
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    Written written = new Written(word.text(), first, arguments);
    return switch (word.text()) {
      case "key" -> overColumns(written, Constraint.Key::new);
      case "unique" -> overColumns(written, Constraint.Unique::new);
      case "index" -> overColumns(written, Constraint.Index::new);
      case "range" -> range(written);
      case "check" -> check(written);
      default -> throw new IllegalStateException("not a constraint: " + word.text());
    };
  }

  private ConstraintMember overColumns(Written written, Function<List<String>, Constraint> make) {
    List<Name> columns = new ArrayList<>();
    for (Argument each : written.arguments()) {
      if (each instanceof WordArgument(Name name)) {
        columns.add(name);
      } else {
        problems.add(
            each.span(), "@" + written.word() + " takes names of properties, found " + each.what());
      }
    }
    Constraint constraint = make.apply(columns.stream().map(Name::text).toList());
    return new ConstraintMember(constraint, columns, written.span(tokens));
  }

  private ConstraintMember range(Written written) {
    if (hasTwoArguments(written, "a range such as `0..9`")
        && written.arguments().get(0) instanceof WordArgument(Name property)) {
      if (written.arguments().get(1) instanceof RangeArgument range) {
        var constraint = new Constraint.Range(property.text(), range.min(), range.max());
        return new ConstraintMember(constraint, List.of(property), written.span(tokens));
      }
      reportSecond(written, "a range such as `0..9`");
    }
    return new ConstraintMember(
        new Constraint.Range("", null, null), List.of(), written.span(tokens));
  }

  private ConstraintMember check(Written written) {
    if (hasTwoArguments(written, "a pattern in quotes")
        && written.arguments().get(0) instanceof WordArgument(Name property)) {
      if (written.arguments().get(1) instanceof TextArgument(String pattern, _)) {
        var constraint = new Constraint.Check(property.text(), pattern);
        return new ConstraintMember(constraint, List.of(property), written.span(tokens));
      }
      reportSecond(written, "a pattern in quotes");
    }
    return new ConstraintMember(new Constraint.Check("", ""), List.of(), written.span(tokens));
  }

  private boolean hasTwoArguments(Written written, String second) {
    if (written.arguments().size() != 2) {
      problems.add(
          written.span(tokens),
          "@%s takes the name of a property and %s, found %d %s"
              .formatted(
                  written.word(),
                  second,
                  written.arguments().size(),
                  written.arguments().size() == 1 ? "argument" : "arguments"));
      return false;
    }
    Argument first = written.arguments().getFirst();
    if (!(first instanceof WordArgument)) {
      problems.add(
          first.span(),
          "@%s takes the name of a property first, found %s"
              .formatted(written.word(), first.what()));
      return false;
    }
    return true;
  }

  private void reportSecond(Written written, String expected) {
    Argument second = written.arguments().get(1);
    problems.add(
        second.span(),
        "@%s takes %s after the property, found %s"
            .formatted(written.word(), expected, second.what()));
  }

  private record Written(String word, Token first, List<Argument> arguments) {

    Span span(TokenStream tokens) {
      return tokens.since(first);
    }
  }
}
