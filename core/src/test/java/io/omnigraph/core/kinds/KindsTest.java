package io.omnigraph.core.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.config.ConfigKey;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.samplekinds.SampleKinds;
import io.omnigraph.ground.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KindsTest {

  @Test
  void kindsComeAfterTheirOwnersAndThoseTheyName() {
    assertThat(SampleKinds.kinds().inOrder())
        .extracting(ResourceKind::name)
        .containsExactly("graph", "policy", "schema", "query");
  }

  @Test
  void theOrderIsByNameWhereBothOrdersArePossible() {
    assertThat(Kinds.of(List.of(kind("b"), kind("c"), kind("a", "c"), kind("d"))).inOrder())
        .extracting(ResourceKind::name)
        .containsExactly("b", "c", "a", "d");
  }

  @Test
  void unknownPredecessorsDoNotMatter() {
    assertThat(Kinds.of(List.of(kind("a", "nowhere"))).inOrder()).hasSize(1);
  }

  @Test
  void aNameBelongsToOneKind() {
    assertThatThrownBy(() -> Kinds.of(List.of(kind("a"), kind("a"))))
        .hasMessage("two plugins offer the kind `a`");
  }

  @Test
  void anOrderIsNoCircle() {
    assertThatThrownBy(() -> Kinds.of(List.of(kind("a", "b"), kind("b", "a"), kind("c"))))
        .hasMessage("the kinds `a`, `b` each want to come after another");
  }

  @Test
  void ownershipFollowsFromAddresses() {
    Kinds kinds = SampleKinds.kinds();
    Address graph = new Address("graph", "harbor");

    assertThat(kinds.ownerOf(new Address("query", "harbor.berths"))).contains(graph);
    assertThat(kinds.ownerOf(new Address("schema", "harbor"))).contains(graph);
    assertThat(kinds.ownerOf(graph)).isEmpty();
    assertThat(kinds.rootOf(graph)).isEqualTo(graph);
    assertThat(kinds.rootOf(new Address("query", "harbor.a.b"))).isEqualTo(graph);
    assertThat(kinds.ownerOf(new Address("pipeline", "harbor.x"))).isEmpty();
  }

  @Test
  void aCompositeSeesWhatItOwnsAndNothingElse() {
    Kinds kinds = SampleKinds.kinds();
    SortedMap<Address, Digest> own =
        new TreeMap<>(
            Map.of(
                new Address("schema", "g"), Digest.of("schema"),
                new Address("query", "g.q"), Digest.of("query")));
    SortedMap<Address, Digest> all = new TreeMap<>(own);
    all.put(new Address("graph", "g"), Digest.of("before"));
    all.put(new Address("schema", "h"), Digest.of("another's"));
    all.put(new Address("policy", "g"), Digest.of("nobody's"));
    Address graph = new Address("graph", "g");

    assertThat(kinds.compose(graph, all)).isPresent().isEqualTo(kinds.compose(graph, own));
    assertThat(kinds.compose(new Address("schema", "g"), all)).isEmpty();
    assertThat(kinds.compose(new Address("pipeline", "g"), all)).isEmpty();
  }

  @Test
  void unknownNamesHaveNoKind() {
    assertThat(SampleKinds.kinds().find("pipeline")).isEqualTo(Optional.empty());
  }

  private static ResourceKind kind(String name, String... after) {
    return new ResourceKind() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Set<String> after() {
        return Set.of(after);
      }

      @Override
      public List<ConfigKey> keys() {
        return List.of();
      }

      @Override
      public void declare(ConfigEntry entry, DeclareContext context) {}
    };
  }
}
