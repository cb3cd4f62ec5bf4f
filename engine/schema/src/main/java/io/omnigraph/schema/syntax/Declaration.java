package io.omnigraph.schema.syntax;

import io.omnigraph.schema.catalog.GraphType.Cardinality;
import io.omnigraph.schema.syntax.Member.ConstraintMember;
import io.omnigraph.schema.syntax.Member.PropertyMember;
import java.util.List;

/** A declaration of a type. */
public sealed interface Declaration {

  /** The name that is declared. */
  Name name();

  /** The header's annotations. */
  List<WrittenAnnotation> annotations();

  /** The body, in the order of the source. */
  List<Member> members();

  /** The properties among the members. */
  default List<PropertyMember> properties() {
    return members().stream()
        .filter(PropertyMember.class::isInstance)
        .map(PropertyMember.class::cast)
        .toList();
  }

  /** The constraints among the members. */
  default List<ConstraintMember> constraints() {
    return members().stream()
        .filter(ConstraintMember.class::isInstance)
        .map(ConstraintMember.class::cast)
        .toList();
  }

  /** {@code interface Name { … }}. */
  record InterfaceDeclaration(Name name, List<Member> members) implements Declaration {

    public InterfaceDeclaration {
      members = List.copyOf(members);
    }

    @Override
    public List<WrittenAnnotation> annotations() {
      return List.of();
    }
  }

  /** {@code node Name @… implements … { … }}. */
  record NodeDeclaration(
      Name name, List<WrittenAnnotation> annotations, List<Name> implemented, List<Member> members)
      implements Declaration {

    public NodeDeclaration {
      annotations = List.copyOf(annotations);
      implemented = List.copyOf(implemented);
      members = List.copyOf(members);
    }
  }

  /** {@code edge Name: From -> To @card(…) @… { … }}. */
  record EdgeDeclaration(
      Name name,
      Name from,
      Name to,
      Cardinality cardinality,
      List<WrittenAnnotation> annotations,
      List<Member> members)
      implements Declaration {

    public EdgeDeclaration {
      annotations = List.copyOf(annotations);
      members = List.copyOf(members);
    }
  }
}
