package io.omnigraph.schema.syntax;

import io.omnigraph.schema.catalog.GraphType.Cardinality;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.language.SyntaxException;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.Token.Kind;
import io.omnigraph.schema.language.TokenStream;
import io.omnigraph.schema.syntax.Declaration.EdgeDeclaration;
import io.omnigraph.schema.syntax.Declaration.InterfaceDeclaration;
import io.omnigraph.schema.syntax.Declaration.NodeDeclaration;
import io.omnigraph.schema.syntax.Member.PropertyMember;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Parses interfaces, nodes and edges. */
final class DeclarationParser {

  static final List<String> KEYWORDS = List.of("interface", "node", "edge");

  private static final long LARGEST_BOUND = 0xFFFF_FFFFL;

  private final TokenStream tokens;
  private final Problems problems;
  private final TypeParser type;
  private final AnnotationParser annotation;
  private final ConstraintParser constraint;

  DeclarationParser(TokenStream tokens, Problems problems) {
    this.tokens = tokens;
    this.problems = problems;
    this.type = new TypeParser(tokens, problems);
    this.annotation = new AnnotationParser(tokens);
    this.constraint = new ConstraintParser(tokens, problems);
  }

  /** Whether a declaration begins here; the keywords may also be names of properties. */
  static boolean isNext(TokenStream tokens) {
    return tokens.at(Kind.NAME)
        && KEYWORDS.contains(tokens.peek().text())
        && tokens.peek(1).kind() == Kind.TYPE_NAME;
  }

  Declaration interfaceType() {
    tokens.expectWord("interface");
    Name name = typeName();
    tokens.expectSymbol("{");
    List<Member> members = new ArrayList<>();
    while (!tokens.acceptSymbol("}")) {
      addMember(members, this::interfaceProperty);
    }
    return new InterfaceDeclaration(name, members);
  }

  private PropertyMember interfaceProperty() {
    if (constraint.isNext()) {
      throw tokens.failure(
          "an interface has no constraints of its own",
          "write the constraint in the nodes that implement it");
    }
    return property();
  }

  Declaration nodeType() {
    tokens.expectWord("node");
    Name name = typeName();
    List<WrittenAnnotation> annotations = headerAnnotations();
    List<Name> implemented = new ArrayList<>();
    if (tokens.acceptWord("implements")) {
      do {
        implemented.add(name(tokens.expect(Kind.TYPE_NAME, "the name of an interface")));
      } while (tokens.acceptSymbol(","));
      if (tokens.atSymbol("@")) {
        throw tokens.failure("an annotation stands before `implements`", null);
      }
    }
    return new NodeDeclaration(name, annotations, implemented, body());
  }

  Declaration edgeType() {
    tokens.expectWord("edge");
    Name name = typeName();
    tokens.expectSymbol(":");
    Name from = name(tokens.expect(Kind.TYPE_NAME, "the node type that the edge starts at"));
    tokens.expectSymbol("->");
    Name to = name(tokens.expect(Kind.TYPE_NAME, "the node type that the edge ends at"));
    Cardinality cardinality = atCardinality() ? cardinality() : Cardinality.ANY;
    List<WrittenAnnotation> annotations = headerAnnotations();
    List<Member> members = tokens.atSymbol("{") ? body() : List.of();
    return new EdgeDeclaration(name, from, to, cardinality, annotations, members);
  }

  private Name typeName() {
    if (tokens.at(Kind.NAME)) {
      throw tokens.expected("the name of a type", "names of types begin with an upper-case letter");
    }
    return name(tokens.expect(Kind.TYPE_NAME, "the name of a type"));
  }

  private static Name name(Token token) {
    return new Name(token.text(), token.span());
  }

  private List<WrittenAnnotation> headerAnnotations() {
    List<WrittenAnnotation> annotations = new ArrayList<>();
    while (tokens.atSymbol("@")) {
      if (constraint.isNext()) {
        throw tokens.failure("a constraint stands in the body of a type, not in its header", null);
      }
      if (atCardinality()) {
        throw tokens.failure(
            "a cardinality stands directly after the edge's target type",
            "move it before the other annotations");
      }
      annotations.add(annotation.annotation());
    }
    return annotations;
  }

  private boolean atCardinality() {
    return tokens.atSymbol("@")
        && tokens.peek(1).isWord("card")
        && tokens.peek(2).isSymbol("(")
        && tokens.peek(3).kind() == Kind.INTEGER
        && tokens.peek(4).isSymbol("..");
  }

  private Cardinality cardinality() {
    Token first = tokens.expectSymbol("@");
    tokens.expectWord("card");
    tokens.expectSymbol("(");
    long min = cardinalityBound(tokens.expect(Kind.INTEGER, "the least number of edges"));
    tokens.expectSymbol("..");
    long max =
        tokens.accept(Kind.INTEGER).map(this::cardinalityBound).orElse(Cardinality.UNBOUNDED);
    tokens.expectSymbol(")");
    if (min > max) {
      problems.add(tokens.since(first), "cardinality min exceeds max: " + min + ".." + max);
    }
    return new Cardinality(min, max);
  }

  private long cardinalityBound(Token bound) {
    OptionalLong number = Numbers.parseLong(bound.text());
    if (number.isEmpty() || number.getAsLong() > LARGEST_BOUND) {
      problems.add(
          bound.span(),
          "invalid cardinality `" + bound.text() + "`: it must not exceed " + LARGEST_BOUND);
      return 0;
    }
    return number.getAsLong();
  }

  private List<Member> body() {
    tokens.expectSymbol("{");
    List<Member> members = new ArrayList<>();
    while (!tokens.acceptSymbol("}")) {
      addMember(members, () -> constraint.isNext() ? constraint.constraint() : property());
    }
    return members;
  }

  /** Reads a member; after an error it goes on at the next one of the same body. */
  private void addMember(List<Member> members, Supplier<Member> member) {
    Token first = tokens.peek();
    try {
      members.add(member.get());
    } catch (SyntaxException e) {
      if (tokens.peek().equals(first) && !isNext(tokens)) {
        tokens.next();
      }
      tokens.skipTo(this::isMemberOrBeyond);
      if (tokens.atEnd() || isNext(tokens)) {
        throw e;
      }
    }
  }

  private boolean isMemberOrBeyond(TokenStream at) {
    boolean isProperty = at.at(Kind.NAME) && at.peek(1).isSymbol(":");
    return isProperty || at.atSymbol("}") || constraint.isNext() || isNext(at);
  }

  private PropertyMember property() {
    Token name = propertyName();
    tokens.expectSymbol(":");
    var propertyType = type.type();
    List<WrittenAnnotation> annotations = new ArrayList<>();
    while (tokens.atSymbol("@") && !constraint.isNext()) {
      annotations.add(annotation.annotation());
    }
    return new PropertyMember(name(name), propertyType, annotations, tokens.since(name));
  }

  private Token propertyName() {
    if (isNext(tokens)) {
      throw tokens.expected("a property or `}`", "the body before this declaration is not closed");
    }
    if (tokens.at(Kind.TYPE_NAME)) {
      throw tokens.expected(
          "the name of a property", "names of properties begin with a lower-case letter or `_`");
    }
    if (tokens.atSymbol(",")) {
      throw tokens.expected("a property or `}`", "properties are not separated by commas");
    }
    return tokens.expect(Kind.NAME, "a property or `}`");
  }
}
