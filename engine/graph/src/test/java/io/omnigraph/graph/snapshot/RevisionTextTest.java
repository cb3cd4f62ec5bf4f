package io.omnigraph.graph.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RevisionTextTest {

  private static final String ID = "01M82KXVPE9SRN0ZP0VRP92H9W";

  static final List<Case> CASES =
      List.of(
          new Case("main", new ReadTarget.Branch("main")),
          new Case(" feat/x ", new ReadTarget.Branch("feat/x")),
          new Case("tag:v1", new ReadTarget.Tag("v1")),
          new Case(ID, new ReadTarget.AtCommit(ID)),
          new Case("branch:" + ID, new ReadTarget.Branch(ID)),
          new Case("feat@2026-11-22T18:30:00Z", at("feat", "2026-11-22T18:30:00Z")),
          new Case("@2026-11-22T18:30:00Z", at("main", "2026-11-22T18:30:00Z")),
          new Case("feat@2026-11-22", at("feat", "2026-11-22T00:00:00Z")),
          new Case("feat@2026-11-22T18:30:00+02:00", at("feat", "2026-11-22T16:30:00Z")),
          new Case("feat@2026-11-22T18:30:00.123456Z", at("feat", "2026-11-22T18:30:00.123456Z")),
          new Case("feat@yesterday", null),
          new Case("feat@", null));

  @ParameterizedTest
  @FieldSource("CASES")
  void aStateIsNamedByText(Case c) {
    assertThat(RevisionText.read(c.text())).isEqualTo(Optional.ofNullable(c.target()));
  }

  private static ReadTarget at(String branch, String time) {
    return new ReadTarget.AtTime(branch, Instant.parse(time));
  }

  record Case(String text, @Nullable ReadTarget target) {}
}
