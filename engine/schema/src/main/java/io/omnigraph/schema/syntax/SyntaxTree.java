package io.omnigraph.schema.syntax;

import java.util.List;

/** The declarations of a schema source, in its order. */
public record SyntaxTree(List<Declaration> declarations) {

  public SyntaxTree {
    declarations = List.copyOf(declarations);
  }

  /** The declarations of one sort, in the order of the source. */
  public <D extends Declaration> List<D> declarations(Class<D> sort) {
    return declarations.stream().filter(sort::isInstance).map(sort::cast).toList();
  }
}
