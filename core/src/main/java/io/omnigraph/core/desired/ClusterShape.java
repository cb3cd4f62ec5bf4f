package io.omnigraph.core.desired;

import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.config.ConfigShape;
import io.omnigraph.api.config.ConfigShape.Field;
import io.omnigraph.api.config.ConfigShape.FieldsOf;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.kinds.Kinds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What {@code cluster.yaml} may hold: the keys that belong to no kind, then the sections of the
 * registered kinds, in the order of the kinds that own them.
 */
record ClusterShape(List<Section> sections) {

  /** The keys that belong to no kind, in the order of the canonical form. */
  static final FieldsOf HEADER =
      new FieldsOf(
          List.of(
              Field.required("version", new ConfigShape.Int()),
              Field.optional(
                  "metadata",
                  new FieldsOf(List.of(Field.optional("name", new ConfigShape.Text())))),
              Field.optional("storage", new ConfigShape.Text()),
              Field.optional(
                  "state",
                  new FieldsOf(
                      List.of(
                          Field.optional("backend", new ConfigShape.Text()),
                          Field.optional("lock", new ConfigShape.Bool()))))));

  /**
   * A section of entries.
   *
   * @param key by which its kind owns it
   * @param own the fields that the owning kind gives its entries
   * @param added the fields that kinds add to the entries, in the order of the kinds
   * @param declaring the kinds that declare resources for an entry, in their order
   */
  record Section(ConfigKey key, FieldsOf own, List<ConfigKey> added, List<ResourceKind> declaring) {

    String name() {
      return key.section();
    }

    /** The shape of an entry with the fields of all kinds. */
    FieldsOf entry() {
      return new FieldsOf(
          Stream.concat(
                  own.fields().stream(),
                  added.stream()
                      .map(
                          it -> new Field(it.fieldName().orElseThrow(), it.shape(), it.required())))
              .toList());
    }
  }

  /**
   * The shape that the registered kinds make together.
   *
   * @throws IllegalArgumentException when two kinds own the same key, or a kind owns one of the
   *     core's: the plugins do not fit together
   */
  static ClusterShape of(Kinds kinds) {
    List<Section> sections = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    HEADER.fields().forEach(field -> taken.add(field.name()));
    for (ResourceKind kind : kinds.inOrder()) {
      for (ConfigKey key : kind.keys()) {
        if (key.fieldName().isEmpty()) {
          claim(taken, key.section(), kind);
          sections.add(section(key, kinds));
        }
      }
    }
    return new ClusterShape(List.copyOf(sections));
  }

  private static Section section(ConfigKey key, Kinds kinds) {
    if (!(key.shape() instanceof FieldsOf own)) {
      throw new IllegalArgumentException(
          "the entries of the section `" + key.section() + "` must be maps with known keys");
    }
    Set<String> taken = new HashSet<>();
    own.fields().forEach(field -> taken.add(field.name()));
    List<ConfigKey> added = new ArrayList<>();
    List<ResourceKind> declaring = new ArrayList<>();
    for (ResourceKind kind : kinds.inOrder()) {
      List<ConfigKey> here =
          kind.keys().stream().filter(it -> it.section().equals(key.section())).toList();
      for (ConfigKey field : here) {
        if (field.fieldName().isPresent()) {
          claim(taken, field.fieldName().get(), kind);
          added.add(field);
        }
      }
      if (!here.isEmpty()) {
        declaring.add(kind);
      }
    }
    return new Section(key, own, List.copyOf(added), List.copyOf(declaring));
  }

  private static void claim(Set<String> taken, String key, ResourceKind kind) {
    if (!taken.add(key)) {
      throw new IllegalArgumentException(
          "the kind `" + kind.name() + "` wants the key `" + key + "`, which has an owner already");
    }
  }

  /** The shape of the whole document. */
  FieldsOf document() {
    return new FieldsOf(
        Stream.concat(
                HEADER.fields().stream(),
                sections.stream()
                    .map(section ->
                        Field.optional(section.name(), new ConfigShape.MapOf(section.entry()))))
            .toList());
  }

  /** Whether some kind owns a section of this name. */
  boolean hasSection(String name) {
    return sections.stream().anyMatch(section -> section.name().equals(name));
  }
}
