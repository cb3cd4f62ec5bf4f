package io.omnigraph.ground.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WrittenPathTest {

  record Case(String directory, String written, String path) {}

  static final List<Case> CASES =
      List.of(
          new Case(".", "./people.pg", "./people.pg"),
          new Case("./brain", "./people.pg", "./brain/people.pg"),
          new Case("brain", "people.pg", "brain/people.pg"),
          new Case("", "./people.pg", "./people.pg"),
          new Case("/srv/.", "./a/./b/../c", "/srv/a/b/../c"),
          new Case("/srv", "/etc/people.pg", "/etc/people.pg"));

  @ParameterizedTest
  @FieldSource("CASES")
  void aWrittenPathHasNoNeedlessParts(Case given) {
    assertThat(WrittenPath.in(Path.of(given.directory()), given.written()))
        .hasToString(given.path());
  }
}
