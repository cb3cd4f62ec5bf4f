package io.omnigraph.schema.syntax;

import io.omnigraph.ground.Quantity;
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
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
      case "range" -> overProperty(written, "a range such as `0..9`", ConstraintParser::range);
      case "check" -> overProperty(written, "a pattern in quotes", ConstraintParser::check);
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
    Constraint constraint = make.apply(columns.stream().map(ConstraintParser::column).toList());
    return new ConstraintMember(constraint, columns, written.span(tokens));
  }

  /** An end of an edge is one column, however it is spelled. */
  private static String column(Name written) {
    return written.text().startsWith("@") ? written.text().substring(1) : written.text();
  }

  private static @Nullable Constraint range(String property, Argument argument) {
    return argument instanceof RangeArgument range
        ? new Constraint.Range(property, range.min(), range.max())
        : null;
  }

  private static @Nullable Constraint check(String property, Argument argument) {
    return argument instanceof TextArgument text
        ? new Constraint.Check(property, text.value())
        : null;
  }

  /**
   * A constraint over one property, with a second argument.
   *
   * @param second what the second argument must be, for messages
   * @param make gives nothing when the second argument is something else
   */
  private ConstraintMember overProperty(
      Written written, String second, BiFunction<String, Argument, @Nullable Constraint> make) {
    List<Argument> arguments = written.arguments();
    String word = written.word();
    if (arguments.size() != 2) {
      problems.add(
          written.span(tokens),
          "@%s takes the name of a property and %s, found %s"
              .formatted(word, second, Quantity.of(arguments.size(), "argument")));
    } else if (arguments.getFirst() instanceof WordArgument(Name property)) {
      Constraint constraint = make.apply(property.text(), arguments.getLast());
      if (constraint != null) {
        return new ConstraintMember(constraint, List.of(property), written.span(tokens));
      }
      problems.add(
          arguments.getLast().span(),
          "@%s takes %s after the property, found %s"
              .formatted(word, second, arguments.getLast().what()));
    } else {
      problems.add(
          arguments.getFirst().span(),
          "@%s takes the name of a property first, found %s"
              .formatted(word, arguments.getFirst().what()));
    }
    // Only stands for what was written: a tree with a problem is not used.
    return new ConstraintMember(new Constraint.Index(List.of()), List.of(), written.span(tokens));
  }

  private record Written(String word, Token first, List<Argument> arguments) {

    Span span(TokenStream tokens) {
      return tokens.since(first);
    }
  }
}
