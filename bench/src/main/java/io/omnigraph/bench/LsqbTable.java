package io.omnigraph.bench;

import java.util.List;

/**
 * A table of a {@link LsqbGraph}: numbers of nodes, or pairs of them.
 *
 * @param name of the type
 * @param ends the types of the nodes that edges join; empty for nodes
 */
record LsqbTable(String name, List<String> ends) {

  /** All tables, nodes first. */
  static final List<LsqbTable> ALL =
      List.of(
          nodes("Country"),
          nodes("City"),
          nodes("Person"),
          nodes("Forum"),
          nodes("Message"),
          nodes("Tag"),
          nodes("TagClass"),
          edges("IsPartOf", "City", "Country"),
          edges("IsLocatedIn", "Person", "City"),
          edges("Knows", "Person", "Person"),
          edges("HasInterest", "Person", "Tag"),
          edges("HasMember", "Forum", "Person"),
          edges("ContainerOf", "Forum", "Message"),
          edges("ReplyOf", "Message", "Message"),
          edges("HasCreator", "Message", "Person"),
          edges("HasTag", "Message", "Tag"),
          edges("Likes", "Person", "Message"),
          edges("HasType", "Tag", "TagClass"));

  LsqbTable {
    ends = List.copyOf(ends);
  }

  /** The table with a name. */
  static LsqbTable of(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  boolean isEdge() {
    return !ends.isEmpty();
  }

  private static LsqbTable nodes(String name) {
    return new LsqbTable(name, List.of());
  }

  private static LsqbTable edges(String name, String from, String to) {
    return new LsqbTable(name, List.of(from, to));
  }
}
