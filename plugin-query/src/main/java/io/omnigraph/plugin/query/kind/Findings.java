package io.omnigraph.plugin.query.kind;

import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.problem.Problem;
import io.omnigraph.query.problem.QueryDiagnostic;

/** Problems of queries as findings of a configuration. */
final class Findings {

  private Findings() {}

  /**
   * A problem as an error, with what a program can repair it from.
   *
   * @param at the path of the query
   * @param source the text that has the problem
   */
  static Diagnostic error(String code, String at, Problem problem, SourceText source) {
    var repair = QueryDiagnostic.of(problem, source);
    return Diagnostic.error(code, at, problem.sentence())
        .at(problem.span())
        .repairedBy(new Diagnostic.Repair(repair.fix(), Json.tree(repair)));
  }
}
