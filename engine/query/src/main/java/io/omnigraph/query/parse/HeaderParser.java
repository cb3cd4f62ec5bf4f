package io.omnigraph.query.parse;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.query.ast.ParameterDeclaration;
import io.omnigraph.query.ast.TypeName;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.TokenStream;
import io.omnigraph.values.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what stands between the name of a query and its body. */
final class HeaderParser {

  private static final BigInteger LARGEST_DIMENSION = BigInteger.valueOf(Long.MAX_VALUE);
  private static final List<String> TYPE_NAMES = Scalar.all().stream().map(Scalar::word).toList();

  private final Cursor cursor;
  private final TokenStream tokens;

  HeaderParser(Cursor cursor) {
    this.cursor = cursor;
    this.tokens = cursor.tokens();
  }

  List<ParameterDeclaration> parameters() {
    tokens.expectSymbol("(");
    List<ParameterDeclaration> parameters = new ArrayList<>();
    if (!tokens.atSymbol(")")) {
      do {
        parameters.add(parameter());
      } while (tokens.acceptSymbol(","));
    }
    if (tokens.atSymbol("=")) {
      throw cursor.failure(
          "a parameter has no default value", "make it nullable with `?` and leave it out");
    }
    tokens.expectSymbol(")");
    return parameters;
  }

  private ParameterDeclaration parameter() {
    Token name = tokens.expect(Token.Kind.VARIABLE, "a parameter");
    tokens.expectSymbol(":");
    boolean isList = tokens.acceptSymbol("[");
    Scalar scalar = scalar(isList);
    long dimension = scalar == Scalar.VECTOR ? dimension() : 0;
    if (isList) {
      closeList();
    }
    boolean isNullable = tokens.acceptSymbol("?");
    TypeName type = new TypeName(scalar, dimension, isList, isNullable);
    return new ParameterDeclaration(name.text(), type, cursor.since(name));
  }

  private Scalar scalar(boolean inList) {
    Token written = tokens.peek();
    Optional<Scalar> known = Scalar.of(written.text());
    if (written.kind() != Token.Kind.TYPE_NAME || known.isEmpty()) {
      throw tokens.expected(
          "the type of the parameter", DidYouMean.help(written.text(), TYPE_NAMES));
    }
    if (inList && known.get() == Scalar.VECTOR) {
      throw cursor.failure("a list of vectors cannot be a parameter");
    }
    tokens.next();
    return known.get();
  }

  private long dimension() {
    tokens.expectSymbol("(");
    long dimension = cursor.integer("the dimension of a vector", LARGEST_DIMENSION).longValue();
    tokens.expectSymbol(")");
    return dimension;
  }

  private void closeList() {
    if (tokens.atSymbol("?")) {
      throw cursor.failure(
          "the elements of a list cannot be null", "write `?` after `]` for a list that may be");
    }
    tokens.expectSymbol("]");
  }

  Annotations annotations() {
    Annotations annotations = new Annotations(null, null);
    while (tokens.atSymbol("@")) {
      annotations = annotations.with(annotationName(), this);
    }
    return annotations;
  }

  private Token annotationName() {
    Token at = tokens.next();
    Token name = tokens.peek();
    boolean known = name.isWord("description") || name.isWord("instruction");
    if (!at.touches(name) || !known) {
      throw tokens.expected(
          "`description` or `instruction` after `@`",
          DidYouMean.help(name.text(), List.of("description", "instruction")));
    }
    return name;
  }

  private String value(Token name, @Nullable String before) {
    if (before != null) {
      throw cursor.failure("duplicate @" + name.text() + " annotations");
    }
    tokens.next();
    tokens.expectSymbol("(");
    String value = tokens.expect(Token.Kind.STRING, "a string").text();
    tokens.expectSymbol(")");
    return value;
  }

  /** The texts of a query's annotations; absent where there is none. */
  record Annotations(@Nullable String description, @Nullable String instruction) {

    private Annotations with(Token name, HeaderParser parser) {
      return name.text().equals("description")
          ? new Annotations(parser.value(name, description), instruction)
          : new Annotations(description, parser.value(name, instruction));
    }
  }
}
