package io.omnigraph.plugin.policy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.api.access.RuleFiles.InvalidRulesException;
import io.omnigraph.ground.access.AccessDeniedException;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.access.WriteGate.Write;
import io.omnigraph.ground.source.SourceText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PolicyFilesTest {

  static final List<Asked> WRITES =
      List.of(
          new Asked("act-jonas", Write.change("draft"), true),
          new Asked("act-jonas", Write.change("main"), false),
          new Asked("act-jonas", Write.branchCreate("main", "draft"), true),
          new Asked("act-jonas", Write.branchDelete("draft"), false),
          new Asked("act-jonas", Write.branchMerge("draft", "main"), false),
          new Asked("act-jonas", Write.schemaApply(), false),
          new Asked("act-kim", Write.branchMerge("draft", "main"), true),
          new Asked("act-kim", Write.schemaApply(), true),
          new Asked("act-nobody", Write.change("draft"), false));

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
    assertThatThrownBy(() -> gate(Bundles.MUSEUM).check(null, Write.change("draft")))
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

  record Asked(@Nullable String actor, Write write, boolean isAllowed) {}
}
