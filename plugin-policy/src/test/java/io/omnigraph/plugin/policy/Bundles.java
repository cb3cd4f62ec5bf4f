package io.omnigraph.plugin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.plugin.policy.bundle.BundleProblem;
import io.omnigraph.plugin.policy.bundle.PolicyBundle;

/** Bundles for tests. */
public final class Bundles {

  /** A bundle for the graph of a museum's catalogue. */
  public static final String MUSEUM =
      """
      version: 1
      groups:
        staff: [act-ines, act-jonas, act-kim]
        curators: [act-kim]
      protected_branches: [main, release]
      rules:
        - id: staff-look
          allow: { actors: { group: staff }, actions: [read, export], branch_scope: any }
        - id: staff-draft
          allow: { actors: { group: staff }, actions: [change], branch_scope: unprotected }
        - id: staff-fork
          allow: { actors: { group: staff }, actions: [branch_create], target_branch_scope: unprotected }
        - id: curators-publish
          allow: { actors: { group: curators }, actions: [branch_merge, schema_apply], target_branch_scope: protected }
        - id: staff-stored
          allow: { actors: { group: staff }, actions: [invoke_query] }
      """;

  /** A bundle for the server. */
  public static final String FRONT_DOOR =
      """
      version: 1
      kind: server
      groups: { keepers: [act-kim] }
      rules:
        - id: keepers-enumerate
          allow: { actors: { group: keepers }, actions: [graph_list] }
      """;

  private Bundles() {}

  /** One rule for the group {@code team} of {@code act-a} and {@code act-b}. */
  public static String withRule(String rest) {
    return """
    version: 1
    groups: { team: [act-a, act-b] }
    protected_branches: [main, release]
    rules:
      - id: r
        allow: { actors: { group: team }, %s }
    """
        .formatted(rest);
  }

  /** Reads a bundle that must be valid. */
  public static PolicyBundle valid(String text) {
    PolicyBundle.Outcome outcome = PolicyBundle.read(new SourceText("test.yaml", text));
    assertThat(outcome).isInstanceOf(PolicyBundle.Outcome.Valid.class);
    return ((PolicyBundle.Outcome.Valid) outcome).bundle();
  }

  /** Reads a bundle that must be invalid. */
  public static BundleProblem problem(String text) {
    PolicyBundle.Outcome outcome = PolicyBundle.read(new SourceText("test.yaml", text));
    assertThat(outcome).isInstanceOf(PolicyBundle.Outcome.Invalid.class);
    return ((PolicyBundle.Outcome.Invalid) outcome).problem();
  }
}
