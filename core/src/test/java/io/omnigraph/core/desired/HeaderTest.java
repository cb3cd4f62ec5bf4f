package io.omnigraph.core.desired;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The keys that belong to no kind: docs/reference/cluster.md §2.1, §2.5 and §5. */
class HeaderTest {

  @TempDir private Path directory;

  record Check(String config, List<String> findings) {

    Check(String config, String... findings) {
      this(config, List.of(findings));
    }

    @Override
    public String toString() {
      return config;
    }
  }

  static final List<Check> CHECKS =
      List.of(
          new Check("{version: 1}"),
          new Check("{version: 1, metadata: {}, state: {}, graphs: {}, policies: {}}"),
          new Check("{version: 1, metadata: {name: ' x '}, state: {backend: cluster, lock: true}}"),
          new Check(
              "{version: 2}",
              "unsupported_cluster_config_version version: unsupported version `2`; write"
                  + " `version: 1`"),
          new Check(
              "{version: 1, metadata: {name: ' '}}",
              "empty_metadata_name metadata.name: `metadata.name` is blank; give it a name or"
                  + " remove it"),
          new Check(
              "{version: 1, state: {backend: 's3://b/x'}}",
              "unsupported_state_backend state.backend: unsupported state backend `s3://b/x`; the"
                  + " only one is `cluster`"),
          new Check(
              "{version: 1, storage: ' '}",
              "invalid_storage_root storage: `storage` is blank; name a directory or a URI, or"
                  + " remove the key"),
          new Check(
              "{storage: 'file:///', state: {backend: x}, metadata: {name: ''}, version: 0}",
              "unsupported_cluster_config_version version: unsupported version `0`; write"
                  + " `version: 1`",
              "empty_metadata_name metadata.name: `metadata.name` is blank; give it a name or"
                  + " remove it",
              "unsupported_state_backend state.backend: unsupported state backend `x`; the only"
                  + " one is `cluster`",
              "invalid_storage_root storage: `file:///` names no place; write one after the"
                  + " slashes"));

  @ParameterizedTest
  @FieldSource("CHECKS")
  void theHeaderIsCheckedWholeAndLoadingGoesOn(Check check) {
    LoadedConfig loaded = Portside.in(directory).load(check.config());

    assertThat(
            loaded.diagnostics().stream()
                .map(it -> it.code() + " " + it.path() + ": " + it.message()))
        .containsExactlyElementsOf(check.findings());
    assertThat(loaded.header()).isPresent();
    assertThat(loaded.desired()).isPresent();
  }

  @Test
  void anUnknownSchemeIsRefused() {
    assertThat(StorageRoot.resolve("ftp://host/x", directory))
        .isEqualTo(
            new StorageRoot.Invalid(
                "no storage for the scheme `ftp` in `ftp://host/x`; use a path or one of the"
                    + " schemes `file`"));
  }

  @Test
  void aBucketWithoutNameIsRefused() {
    assertThat(StorageRoot.resolve("s3:///", directory)).isInstanceOf(StorageRoot.Invalid.class);
  }

  record Root(String directory, String storage, String root) {

    @Override
    public String toString() {
      return storage + " in " + directory;
    }
  }

  static final List<Root> ROOTS =
      List.of(
          new Root("/srv/portside", "/data/p", "/data/p"),
          new Root("/srv/portside", " /data/p// ", "/data/p"),
          new Root("/srv/portside", "data", "/srv/portside/data"),
          new Root("/srv/./portside", "./data/.", "/srv/portside/data"),
          new Root("/srv/portside", "../data", "/srv/portside/../data"),
          new Root("/srv/portside", "~/data", "/srv/portside/~/data"),
          new Root("/srv/portside", "/", "/"),
          new Root("/srv/portside", "file:///data/p/", "file:///data/p"));

  @ParameterizedTest
  @FieldSource("ROOTS")
  void aStorageRootIsAbsolute(Root root) {
    assertThat(StorageRoot.resolve(root.storage(), Path.of(root.directory())))
        .isEqualTo(new StorageRoot.Resolved(root.root()));
  }

  @Test
  void withoutStorageTheConfigDirectoryIsTheRoot() {
    assertThat(StorageRoot.of(Path.of("/srv/./x/../portside"))).isEqualTo("/srv/x/../portside");
    assertThat(StorageRoot.of(Path.of("."))).isEqualTo(Path.of("").toAbsolutePath().toString());
  }

  @Test
  void aBrokenStorageRootFallsBackToTheConfigDirectory() {
    LoadedConfig loaded = Portside.in(directory).load("{version: 1, storage: 'nope://x'}");

    assertThat(loaded.header().orElseThrow().storageRoot()).isEqualTo(directory.toString());
  }

  @Test
  void theLockIsUsedUnlessTheHeaderSaysOtherwise() {
    Portside portside = Portside.in(directory);

    assertThat(portside.load("{version: 1}").header().orElseThrow().usesLock()).isTrue();
    assertThat(
            portside.load("{version: 1, state: {lock: false}}").header().orElseThrow().usesLock())
        .isFalse();
  }
}
