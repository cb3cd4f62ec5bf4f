package io.omnigraph.plugin.policy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.api.access.RuleFiles.InvalidRulesException;
import io.omnigraph.ground.access.AccessDeniedException;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.source.SourceText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PolicyFilesTest {

  static final List<Asked> WRITES =
      List.of(
          new Asked("act-jonas", Deed.change("draft"), true),
          new Asked("act-jonas", Deed.change("main"), false),
          new Asked("act-jonas", Deed.branchCreate("main", "draft"), true),
          new Asked("act-jonas", Deed.branchDelete("draft"), false),
          new Asked("act-jonas", Deed.branchMerge("draft", "main"), false),
          new Asked("act-jonas", Deed.schemaApply(), false),
          new Asked("act-kim", Deed.branchMerge("draft", "main"), true),
          new Asked("act-kim", Deed.schemaApply(), true),
          new Asked("act-nobody", Deed.change("draft"), false));

  @ParameterizedTest
  @FieldSource("WRITES")
  void aLocalWriteIsDecidedByTheBundle(Asked asked) {
    WriteGate gate = gate(Bundles.MUSEUM);
    if (asked.isAllowed()) {
      assertThatCode(() -> gate.check(asked.actor(), asked.write())).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> gate.check(asked.actor(), asked.write()))
          .isInstanceOf(AccessDeniedException.class)
          .hasMessageStartingWith("policy: ")
          .hasMessageContaining("denied");
    }
  }

  @Test
  void nobodyIsNeverLetThrough() {
    assertThatThrownBy(() -> gate(Bundles.MUSEUM).check(null, Deed.change("draft")))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("no actor")
        .hasMessageContaining("--as");
  }

  @Test
  void aFileThatIsNoBundleForAGraphIsRefusedWithThePlace() {
    assertThatThrownBy(() -> gate("version: 2\n"))
        .isInstanceOf(InvalidRulesException.class)
        .hasMessageContaining("line 1");
    assertThatThrownBy(() -> gate(Bundles.FRONT_DOOR))
        .isInstanceOf(InvalidRulesException.class)
        .hasMessageContaining("graph_list");
  }

  private static WriteGate gate(String text) {
    return new PolicyFiles().gate(new SourceText("museum.policy.yaml", text), "museum");
  }

  record Asked(@Nullable String actor, Deed write, boolean isAllowed) {}
}
