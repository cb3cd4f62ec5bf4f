package io.omnigraph.schema.migration;

import io.omnigraph.schema.catalog.Annotation;
import io.omnigraph.schema.catalog.Constraint;
import io.omnigraph.schema.catalog.GraphType.Cardinality;
import io.omnigraph.values.PropertyType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a migration (docs/reference/schema-language.md §12.1). Types are named as the desired
 * schema names them.
 */
public sealed interface MigrationStep {

  /** What a type is. */
  enum TypeKind {
    INTERFACE("interface"),
    NODE("node"),
    EDGE("edge");

    private final String word;

    TypeKind(String word) {
      this.word = word;
    }

    /** The word in JSON and messages. */
    public String word() {
      return word;
    }
  }

  /** What becomes of dropped data. */
  enum DropMode {
    /** It stays readable through earlier commits until cleanup. */
    SOFT("soft"),
    /** It cannot be read any more. */
    HARD("hard");

    private final String word;

    DropMode(String word) {
      this.word = word;
    }

    /** The word in JSON and messages. */
    public String word() {
      return word;
    }
  }

  /** A declaration is new. */
  record AddType(TypeKind typeKind, String name) implements MigrationStep {}

  /** A type is the accepted one of another name. Its rows keep their ids. */
  record RenameType(TypeKind typeKind, String from, String to) implements MigrationStep {}

  /**
   * A property is new.
   *
   * @param fill what existing rows get, as the schema writes it; absent for null, which a required
   *     property does not have
   */
  record AddProperty(
      TypeKind typeKind,
      String typeName,
      String propertyName,
      PropertyType propertyType,
      @Nullable String fill)
      implements MigrationStep {}

  /**
   * The values of a property are allowed to be absent or have to be there, or are other words of an
   * enum. How they are stored does not change; whether stored ones fit has to be looked at.
   */
  record ChangePropertyType(
      TypeKind typeKind, String typeName, String propertyName, PropertyType from, PropertyType to)
      implements MigrationStep {}

  /** A property is the accepted one of another name. Its values stay. */
  record RenameProperty(TypeKind typeKind, String typeName, String from, String to)
      implements MigrationStep {}

  /** A constraint is new. Unless it is an index, existing rows have to keep it already. */
  record AddConstraint(TypeKind typeKind, String typeName, Constraint constraint)
      implements MigrationStep {}

  /** A constraint is no longer declared. */
  record DropConstraint(TypeKind typeKind, String typeName, Constraint constraint)
      implements MigrationStep {}

  /** More or fewer edges of a type may start at one node; existing edges have to fit. */
  record ChangeCardinality(String typeName, Cardinality from, Cardinality to)
      implements MigrationStep {}

  /** A node type has other interfaces. */
  record ChangeInterfaces(String typeName, List<String> implemented) implements MigrationStep {

    public ChangeInterfaces {
      implemented = List.copyOf(implemented);
    }
  }

  /** The descriptions of a type change. */
  record UpdateTypeMetadata(TypeKind typeKind, String name, List<Annotation> annotations)
      implements MigrationStep {

    public UpdateTypeMetadata {
      annotations = List.copyOf(annotations);
    }
  }

  /** The description of a property changes. */
  record UpdatePropertyMetadata(
      TypeKind typeKind, String typeName, String propertyName, List<Annotation> annotations)
      implements MigrationStep {

    public UpdatePropertyMetadata {
      annotations = List.copyOf(annotations);
    }
  }

  /** A type is no longer declared. */
  record DropType(TypeKind typeKind, String name, DropMode mode) implements MigrationStep {}

  /** A property is no longer declared. */
  record DropProperty(TypeKind typeKind, String typeName, String propertyName, DropMode mode)
      implements MigrationStep {}

  /**
   * A change that cannot be made on a graph with data.
   *
   * @param entity such as {@code node:Person.born}
   * @param reason one sentence
   * @param code of docs/reference/schema-language.md §15; absent when it has none
   */
  record UnsupportedChange(String entity, String reason, @Nullable String code)
      implements MigrationStep {

    /** What is said to whoever wants to make the change: {@code [code] reason}. */
    public String refusal() {
      return code == null ? reason : "[" + code + "] " + reason;
    }
  }
}
