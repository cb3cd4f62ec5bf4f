package io.omnigraph.schema.syntax;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.Token.Kind;
import io.omnigraph.schema.language.TokenStream;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parses the types of properties. A wrong number or value is reported and reading goes on. */
final class TypeParser {

  private static final Map<String, Scalar> SCALARS =
      Scalar.all().stream()
          .filter(scalar -> scalar != Scalar.VECTOR)
          .collect(Collectors.toUnmodifiableMap(Scalar::word, Function.identity()));
  private static final List<String> TYPE_WORDS =
      Stream.concat(Scalar.all().stream().map(Scalar::word), Stream.of("enum")).toList();

  private final TokenStream tokens;
  private final Problems problems;

  TypeParser(TokenStream tokens, Problems problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  PropertyType type() {
    PropertyType required = required();
    return tokens.acceptSymbol("?") ? required.nullable() : required;
  }

  private PropertyType required() {
    if (tokens.atSymbol("[")) {
      return list();
    }
    if (tokens.atWord("enum")) {
      return enumeration();
    }
    if (tokens.peek().text().equals(Scalar.VECTOR.word()) && tokens.at(Kind.TYPE_NAME)) {
      return vector();
    }
    return PropertyType.of(scalar());
  }

  private PropertyType list() {
    Token first = tokens.expectSymbol("[");
    if (tokens.atSymbol("[") || tokens.atWord("enum") || tokens.peek().text().equals("Vector")) {
      throw tokens.expected("a scalar type", "lists hold scalars only");
    }
    Scalar element = scalar();
    if (tokens.atSymbol("?")) {
      throw tokens.expected("`]`", "the elements of a list are never absent; `?` goes after `]`");
    }
    tokens.expectSymbol("]");
    if (element == Scalar.BLOB) {
      problems.add(tokens.since(first), "a list of Blob is not supported");
    }
    return PropertyType.of(element).list();
  }

  private Scalar scalar() {
    Token word = tokens.peek();
    Scalar scalar = word.kind() == Kind.TYPE_NAME ? SCALARS.get(word.text()) : null;
    if (scalar != null) {
      tokens.next();
      return scalar;
    }
    if (word.kind() == Kind.TYPE_NAME || word.kind() == Kind.NAME) {
      throw tokens.failure(
          "unknown type `" + word.text() + "`", DidYouMean.help(word.text(), TYPE_WORDS));
    }
    throw tokens.expected("a type");
  }

  private PropertyType vector() {
    tokens.next();
    tokens.expectSymbol("(");
    Token dimension = tokens.expect(Kind.INTEGER, "the dimension of the vector");
    tokens.expectSymbol(")");
    OptionalLong number = Numbers.parseLong(dimension.text());
    if (number.isPresent() && number.getAsLong() == 0) {
      problems.add(dimension.span(), "a Vector dimension must be greater than zero");
    } else if (number.isEmpty() || number.getAsLong() > Integer.MAX_VALUE) {
      problems.add(
          dimension.span(),
          "the Vector dimension `%s` exceeds maximum supported %d"
              .formatted(dimension.text(), Integer.MAX_VALUE));
    } else {
      return PropertyType.vector((int) number.getAsLong());
    }
    return PropertyType.vector(1);
  }

  private PropertyType enumeration() {
    tokens.expectWord("enum");
    tokens.expectSymbol("(");
    SortedSet<String> values = new TreeSet<>();
    do {
      Name value = enumValue();
      if (!values.add(value.text())) {
        problems.add(value.span(), "duplicate values in an enum: `" + value.text() + "`");
      }
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    return new PropertyType(Scalar.STRING, 0, false, false, List.copyOf(values));
  }

  /** A value may hold hyphens and begin with a digit, so it can be several tokens in a row. */
  private Name enumValue() {
    if (!isPartOfEnumValue(tokens.peek())) {
      throw tokens.expected("a value of the enum", "values are written without quotes");
    }
    Token first = tokens.next();
    StringBuilder value = new StringBuilder(first.text());
    while (tokens.previous().touches(tokens.peek()) && isPartOfEnumValue(tokens.peek())) {
      value.append(tokens.next().text());
    }
    return new Name(value.toString(), tokens.since(first));
  }

  private static boolean isPartOfEnumValue(Token token) {
    return switch (token.kind()) {
      case NAME, TYPE_NAME, INTEGER -> true;
      case SYMBOL -> token.text().equals("-");
      case VARIABLE, FLOAT, STRING, UNREADABLE, END -> false;
    };
  }
}
