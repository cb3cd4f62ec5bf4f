package io.omnigraph.query.lint;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.omnigraph.query.problem.QueryDiagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lint found in a query file; written to JSON as it is (docs/reference/query-language.md §13).
 *
 * @param status {@code ok} when there is no error
 * @param results one for each query, in the order of the file; empty when the file does not parse
 * @param findings about the file as a whole: errors first, then by type, property and message
 */
public record LintReport(
    String status,
    SchemaSource schemaSource,
    String queryPath,
    int queriesProcessed,
    int errors,
    int warnings,
    int infos,
    List<QueryResult> results,
    List<Finding> findings) {

  /** The status and the severity of errors. */
  static final String ERROR = "error";

  static final String WARNING = "warning";
  static final String OK = "ok";

  public LintReport {
    results = List.copyOf(results);
    findings = List.copyOf(findings);
  }

  /** A report over results and findings. */
  static LintReport of(
      SchemaSource schema, String queryPath, List<QueryResult> results, List<Finding> findings) {
    int errors = (int) results.stream().filter(QueryResult::isError).count();
    int warnings = results.stream().mapToInt(r -> r.warnings().size()).sum();
    errors += (int) findings.stream().filter(f -> f.severity().equals(ERROR)).count();
    warnings += (int) findings.stream().filter(f -> f.severity().equals(WARNING)).count();
    String status = errors > 0 ? ERROR : OK;
    return new LintReport(
        status, schema, queryPath, results.size(), errors, warnings, 0, results, findings);
  }

  /** Whether the lint failed. Warnings do not make it fail. */
  public boolean failed() {
    return errors > 0;
  }

  /**
   * Where the schema came from.
   *
   * @param kind {@code file} or {@code graph}
   * @param path of the file; absent for a graph
   * @param uri of the graph; absent for a file
   */
  public record SchemaSource(String kind, @Nullable String path, @Nullable String uri) {

    /** A schema file. */
    public static SchemaSource file(String path) {
      return new SchemaSource("file", path, null);
    }

    /** The schema that a graph has. */
    public static SchemaSource graph(String uri) {
      return new SchemaSource("graph", null, uri);
    }
  }

  /**
   * What was found in a query.
   *
   * @param kind {@code read} or {@code mutation}
   * @param status {@code ok} or {@code error}
   * @param warnings left out of JSON when there are none
   * @param error why the query does not fit the schema; absent when it does
   * @param place where, with the line and a caret, for people only; absent without an error
   * @param diagnostic the error for programs; left out of JSON without one
   * @param operation what the query reads, writes and answers; left out of JSON with an error
   */
  public record QueryResult(
      String name,
      String kind,
      String status,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings,
      @Nullable String error,
      @JsonIgnore @Nullable String place,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable QueryDiagnostic diagnostic,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Operation operation) {

    public QueryResult {
      warnings = List.copyOf(warnings);
    }

    private boolean isError() {
      return error != null;
    }
  }

  /**
   * Something about the file as a whole.
   *
   * @param severity {@code error} or {@code warning}
   * @param typeName the type that it is about; absent when it is about none
   * @param property the property that it is about; absent when it is about none
   * @param queryNames the queries that it is about; left out of JSON when there are none
   * @param diagnostic the error for programs; left out of JSON without one
   */
  public record Finding(
      String severity,
      String code,
      String message,
      @Nullable String typeName,
      @Nullable String property,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> queryNames,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable QueryDiagnostic diagnostic) {

    public Finding {
      queryNames = List.copyOf(queryNames);
    }
  }
}
