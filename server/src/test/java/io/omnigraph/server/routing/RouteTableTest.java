package io.omnigraph.server.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.serving.Route;
import io.omnigraph.server.Routes;
import io.omnigraph.server.stage.Refusal;
import io.omnigraph.server.stage.StageOutcome;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

  private static final RouteTable TABLE =
      new RouteTable(
          List.of(
              Routes.echo(Route.Method.GET, "/healthz"),
              Routes.echo(Route.Method.GET, "/g/{graph_id}/branches"),
              Routes.echo(Route.Method.POST, "/g/{graph_id}/branches"),
              Routes.echo(Route.Method.DELETE, "/g/{graph_id}/branches/{branch}"),
              Routes.echo(Route.Method.POST, "/g/{graph_id}/branches/merge"),
              Routes.echo(Route.Method.GET, "/g/{graph_id}/branches/{branch}/log")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /healthz | /healthz {}",
        "HEAD | /healthz | /healthz {}",
        "GET | /g/x/branches | /g/{graph_id}/branches {graph_id=x}",
        "DELETE | /g/x/branches/a%2Fb | /g/{graph_id}/branches/{branch} {branch=a%2Fb, graph_id=x}",
        "POST | /g/x/branches/merge | /g/{graph_id}/branches/merge {graph_id=x}",
        "GET | /g/x/branches/merge/log | /g/{graph_id}/branches/{branch}/log {branch=merge,"
            + " graph_id=x}",
        "DELETE | /g/x/branches/merge | 405 POST",
        "PUT | /g/x/branches | 405 GET, HEAD, POST",
        "OPTIONS | /healthz | 405 GET, HEAD",
        "GET | /g/x/branches/ | 404",
        "GET | /g//branches | 404",
        "GET | /g/x | 404",
        "GET | / | 404",
        "GET | /Healthz | 404",
        "GET | * | 404"
      })
  void findsTheRouteOrSaysWhyNot(String method, String path, String expected) {
    String found =
        switch (TABLE.match(method, path)) {
          case StageOutcome.Passed<RouteMatch>(RouteMatch match) ->
              match.route().path() + " " + match.segments();
          case StageOutcome.Stopped<RouteMatch>(Refusal refusal) ->
              (refusal.problem().status() + " " + refusal.headers().getOrDefault("Allow", ""))
                  .strip();
        };

    assertThat(found).isEqualTo(expected);
  }
}
