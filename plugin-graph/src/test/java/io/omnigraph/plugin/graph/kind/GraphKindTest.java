package io.omnigraph.plugin.graph.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.omnigraph.api.Address;
import io.omnigraph.api.config.ConfigEntry;
import io.omnigraph.api.kind.DeclareContext;
import io.omnigraph.api.kind.Declared;
import io.omnigraph.api.kind.Execution;
import io.omnigraph.api.kind.Operation;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.api.kind.SourceFile;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.yaml.ConfigNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class GraphKindTest {

  private static final Address HARBOR = new Address("graph", "harbor");
  private static final Address SCHEMA = new Address("schema", "harbor");
  private static final Address QUERY = new Address("query", "harbor.vessel_by_imo");
  private static final Digest SCHEMA_DIGEST =
      new Digest("7686c22d5973533d27bacece1a0df37a6f4d025ddbf7f46a2e066801e5c9089f");
  private static final Digest QUERY_DIGEST =
      new Digest("e090629083d02a0a39712dee4667353734a982e500cddfecc0ace11a66eda71c");

  static final List<Composite> COMPOSITES =
      List.of(
          new Composite(
              Map.of(SCHEMA, SCHEMA_DIGEST, QUERY, QUERY_DIGEST),
              "65a8f9f526bbf693978a2e3ae7eafdb9980b2740fd60833cf8d856d1f6344746"),
          new Composite(
              Map.of(SCHEMA, SCHEMA_DIGEST),
              "b3ff9b077762fff934b65a10606104b40468b411cb43dab14281617985009b05"),
          new Composite(
              Map.of(QUERY, QUERY_DIGEST),
              Digest.of("graph\0harbor\0schema\0\0query\0vessel_by_imo\0" + QUERY_DIGEST + "\0")
                  .hex()));

  static final List<Id> IDS =
      List.of(
          new Id("harbor", true, true),
          new Id("_dock-7", true, true),
          new Id("A", true, true),
          new Id("x".repeat(64), true, true),
          new Id("x".repeat(65), false, false),
          new Id("7seas", false, false),
          new Id("a.b", false, false),
          new Id("", false, false),
          new Id("häfen", false, false),
          new Id("graphs", false, true),
          new Id("policies", false, true),
          new Id("healthz", false, true),
          new Id("openapi", false, true));

  private final GraphKind kind = new GraphKind();

  @Test
  void itIsFoundAsAService() {
    assertThat(ServiceLoader.load(ResourceKind.class))
        .extracting(ResourceKind::name)
        .contains("graph");
  }

  @ParameterizedTest
  @FieldSource("COMPOSITES")
  void theDigestIsComposedOfItsParts(Composite given) {
    assertThat(kind.compose(HARBOR, new TreeMap<>(given.owned())))
        .contains(new Digest(given.digest()));
  }

  @Test
  void createsAndDeletesAreFencedAndDeletesNeedAnApproval() {
    assertThat(kind.execution(Operation.CREATE)).isEqualTo(Execution.FENCED);
    assertThat(kind.execution(Operation.UPDATE)).isEqualTo(Execution.DERIVED);
    assertThat(kind.execution(Operation.DELETE)).isEqualTo(Execution.FENCED);
    assertThat(kind.fencedOperations()).containsOnlyKeys(Operation.CREATE, Operation.DELETE);
    assertThat(kind.approvalReason(Operation.CREATE)).isEmpty();
    assertThat(kind.approvalReason(Operation.DELETE))
        .contains("delete may remove a deployed graph or schema definition");
  }

  @ParameterizedTest
  @FieldSource("IDS")
  void anIdThatCannotBeServedIsRefused(Id given) {
    Declarations declarations = new Declarations();
    SourceSpan span = new SourceSpan("cluster.yaml", 3, 1, "");
    ConfigNode.Fields fields = new ConfigNode.Fields(Map.of(), span);

    kind.declare(new ConfigEntry("graphs", given.id(), fields), declarations);

    assertThat(declarations.diagnostics)
        .extracting(Diagnostic::code, Diagnostic::path, Diagnostic::span)
        .isEqualTo(
            given.isUsable()
                ? List.of()
                : List.of(tuple("invalid_resource_id", "graphs." + given.id(), span)));
    assertThat(declarations.resources).hasSize(given.isDeclared() ? 1 : 0);
  }

  @Test
  void twoIdsThatDifferOnlyInCaseAreRefusedBecauseTheyCanBeOneDirectory() {
    Declarations declarations = new Declarations();
    ConfigNode.Fields fields =
        new ConfigNode.Fields(Map.of(), new SourceSpan("cluster.yaml", 3, 1, ""));

    kind.declare(new ConfigEntry("graphs", "Harbor", fields), declarations);
    kind.declare(new ConfigEntry("graphs", "dock", fields), declarations);
    kind.declare(new ConfigEntry("graphs", "harbor", fields), declarations);

    assertThat(declarations.diagnostics)
        .singleElement()
        .extracting(Diagnostic::code, Diagnostic::path, Diagnostic::message)
        .containsExactly(
            "invalid_resource_id",
            "graphs.harbor",
            "the graph ids `Harbor` and `harbor` differ only in case, and are one directory on some"
                + " systems; choose another one");
  }

  record Composite(Map<Address, Digest> owned, String digest) {}

  record Id(String id, boolean isUsable, boolean isDeclared) {}

  /** What a kind declares and reports. */
  private static final class Declarations implements DeclareContext {

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<Declared> resources = new ArrayList<>();

    @Override
    public Path resolve(String written) {
      return Path.of(written);
    }

    @Override
    public SourceFile read(Path path) {
      throw new AssertionError("graphs have no files of their own");
    }

    @Override
    public void report(Diagnostic diagnostic) {
      diagnostics.add(diagnostic);
    }

    @Override
    public void declare(Declared resource) {
      resources.add(resource);
    }

    @Override
    public Optional<Declared> declared(Address address) {
      return Optional.empty();
    }

    @Override
    public List<Declared> declaredOf(String kindName) {
      return resources.stream().filter(r -> r.address().kind().equals(kindName)).toList();
    }
  }
}
