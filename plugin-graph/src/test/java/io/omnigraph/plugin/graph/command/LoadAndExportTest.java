package io.omnigraph.plugin.graph.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.omnigraph.io.load.Harbour;
import io.omnigraph.plugin.graph.command.GraphCommandsTest.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LoadAndExportTest {

  private static final String SEED =
      """
      {"type":"Vessel","data":{"imo":"9321483","name":"Kestrel","built":"2007-03-09"}}
      {"type":"Port","data":{"code":"NLRTM","name":"Rotterdam"}}
      {"edge":"Calls","from":"9321483","to":"NLRTM","data":{"id":"c1","eta":"2026-02-01T04:30:00Z"}}
      """;
  private static final String CALL =
      "{\"edge\":\"Calls\",\"from\":\"9321483\",\"to\":\"NLRTM\","
          + "\"data\":{\"id\":\"c1\",\"eta\":\"2026-02-01T04:30:00.000Z\"}}\n";
  private static final String PORT =
      "{\"type\":\"Port\",\"data\":{\"id\":\"NLRTM\",\"code\":\"NLRTM\",\"name\":\"Rotterdam\"}}\n";
  private static final String VESSEL =
      "{\"type\":\"Vessel\",\"data\":{\"id\":\"9321483\",\"imo\":\"9321483\",\"name\":\"Kestrel\","
          + "\"tonnage\":null,\"flags\":null,\"built\":\"2007-03-09\",\"seen\":null,"
          + "\"status\":null}}\n";

  static final List<Case> EXPORTS =
      List.of(
          new Case("", CALL + PORT + VESSEL),
          new Case("--type Port", PORT),
          new Case("--type Port --type Calls", CALL + PORT),
          new Case("--table node:Vessel --type Port", PORT + VESSEL),
          new Case("--table edge:Calls", CALL),
          new Case("--type Tide", ""),
          new Case("--type port", "Error: unknown export type 'port'\n"),
          new Case("--table node:Calls", "Error: unknown export table 'node:Calls'\n"),
          new Case("--branch nowhere", "Error: branch 'nowhere' not found\n"));

  @TempDir Path directory;

  private CommandLineUnderTest commands;

  @BeforeEach
  void create() throws IOException {
    commands = new CommandLineUnderTest(directory, null);
    Files.writeString(directory.resolve("harbour.pg"), Harbour.SOURCE);
    Files.writeString(directory.resolve("seed.jsonl"), SEED);
    assertThat(run("init --schema @/harbour.pg @/h.omni").exitCode()).isZero();
  }

  @ParameterizedTest
  @FieldSource("EXPORTS")
  void anExportWritesTheTablesThatAreNamed(Case given) {
    run("load --data @/seed.jsonl @/h.omni");

    Outcome outcome = run(("export " + given.options() + " @/h.omni").replace("  ", " "));

    assertThat(outcome.out() + outcome.err()).isEqualTo(given.text());
  }

  @ParameterizedTest
  @FieldSource("SUFFIXES")
  void anExportToAFileIsCompressedAsItsNameSaysAndLoadsBack(String suffix) {
    run("load --data @/seed.jsonl @/h.omni");
    run("init --schema @/harbour.pg @/copy.omni");

    run("export --output @/all" + suffix + " @/h.omni");
    Outcome loaded = run("load --mode overwrite --data @/all" + suffix + " @/copy.omni");

    assertThat(loaded.err()).isEmpty();
    assertThat(run("export @/copy.omni").out()).isEqualTo(CALL + PORT + VESSEL);
  }

  static final List<String> SUFFIXES = List.of(".jsonl", ".jsonl.gz", ".jsonl.zst");

  @Test
  void aLoadSaysWhyInItsCommit() {
    run("load --data @/seed.jsonl -m harvest @/h.omni");

    assertThat(run("commit list --json @/h.omni").out())
        .containsPattern("\"message\"\\s*:\\s*\"harvest\"");
  }

  @Test
  void compressedInputIsKnownByItsFirstBytes() throws IOException {
    Files.write(directory.resolve("a"), compressed(Compression.GZIP));
    Files.write(directory.resolve("b"), compressed(Compression.ZSTANDARD));

    assertThat(run("load --data @/a @/h.omni").out()).contains(": 2 nodes across 2 node types");
    assertThat(run("load --data @/b @/h.omni").out()).contains(": 2 nodes across 2 node types");
  }

  @Test
  void compressedInputThatIsCutShortLoadsNothing() throws IOException {
    byte[] whole = compressed(Compression.GZIP);
    Files.write(directory.resolve("cut.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));

    Outcome outcome = run("load --data @/cut.gz @/h.omni");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("Error: cannot read @/cut.gz: ");
    assertThat(run("export @/h.omni").out()).isEmpty();
  }

  @Test
  void garbageBehindCompressedInputLoadsNothing() throws IOException {
    for (Compression compression : Compression.values()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(compressed(compression));
      bytes.writeBytes("garbage".getBytes(StandardCharsets.UTF_8));
      Files.write(directory.resolve("tail"), bytes.toByteArray());

      Outcome outcome = run("load --data @/tail @/h.omni");

      assertThat(outcome.exitCode()).as(compression.name()).isEqualTo(1);
      assertThat(outcome.err()).startsWith("Error: cannot read @/tail: ");
      assertThat(run("export @/h.omni").out()).isEmpty();
    }
  }

  @Test
  void severalGzipMembersAreOneInput() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(compressed(Compression.GZIP));
    bytes.writeBytes(compressed(Compression.GZIP));
    Files.write(directory.resolve("two.gz"), bytes.toByteArray());

    assertThat(run("load --data @/two.gz @/h.omni").err()).contains("appears in rows 0 and 1");
  }

  @Test
  void theStandardInputIsLoaded() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(SEED.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run("load --data - @/h.omni").out()).contains("1 edge across 1 edge type");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void ingestCreatesAMissingBranchAndSaysThatItIsDeprecated() {
    Outcome outcome = run("ingest --data @/seed.jsonl --branch review @/h.omni");

    assertThat(outcome.err())
        .isEqualTo("warning: `omnigraph ingest` is deprecated; use `omnigraph load` instead\n");
    assertThat(outcome.out())
        .isEqualTo(
            """
            ingested @/h.omni into branch review from main with merge (branch created)
            edge:Calls rows_loaded=1
            node:Port rows_loaded=1
            node:Vessel rows_loaded=1
            actor_id: mira
            """);
    assertThat(run("ingest --data @/seed.jsonl --branch review --json @/h.omni").out())
        .contains(
            "\"branch_created\": false", "\"base_branch\": \"main\"", "\"actor_id\": \"mira\"");
  }

  @Test
  void progressTellsRateAndRemainingTime() {
    StringWriter out = new StringWriter();
    PrintWriter err = new PrintWriter(out);
    Instant[] now = {Instant.EPOCH};
    LoadProgress lines =
        new LoadProgress(OptionalLong.of(1000), () -> now[0], LoadProgress.lines(err));
    LoadProgress events =
        new LoadProgress(OptionalLong.empty(), () -> now[0], LoadProgress.events(err));

    now[0] = now[0].plusSeconds(1);
    lines.read(4096, 100);
    now[0] = now[0].plusSeconds(3);
    lines.read(8192, 400);
    events.read(8192, 400);

    assertThat(out.toString())
        .isEqualTo(
            """
            loading: 8192 records read, 2048 a second, 6 s left
            {"event":"progress","records":8192,"bytes":400,"records_per_second":2048}
            """);
  }

  @Test
  void anUnknownWayOfShowingProgressIsRefused() {
    Outcome outcome = run("load --data @/seed.jsonl --progress often @/h.omni");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("expected auto, json, none, found `often`");
  }

  private Outcome run(String words) {
    return commands.run(words);
  }

  private static byte[] compressed(Compression compression) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (compression) {
          case GZIP -> new GZIPOutputStream(bytes);
          case ZSTANDARD -> new ZstdOutputStream(bytes);
        }) {
      out.write(SEED.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private enum Compression {
    GZIP,
    ZSTANDARD
  }

  record Case(String options, String text) {}
}
