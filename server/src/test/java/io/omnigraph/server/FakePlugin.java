package io.omnigraph.server;

import io.omnigraph.api.kind.Payload;
import io.omnigraph.api.serving.AppliedRevision;
import io.omnigraph.api.serving.PathParameter;
import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.Serving;
import io.omnigraph.api.serving.ServingContext;
import io.omnigraph.api.serving.ServingPlugin;
import io.omnigraph.ground.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A serving plugin whose parts are given by the test. */
public final class FakePlugin implements ServingPlugin, Serving {

  private final String name;
  private final Set<String> after;
  private final List<Route<?, ?>> routes = new ArrayList<>();
  private final List<Object> services = new ArrayList<>();
  private final Map<String, PathParameter> parameters = new HashMap<>();
  private final List<Diagnostic> findings = new ArrayList<>();
  private final List<Diagnostic> reasons = new ArrayList<>();
  private final List<String> journal;

  /** A plugin that writes when it starts and closes into a journal. */
  public FakePlugin(String name, List<String> journal, String... after) {
    this.name = name;
    this.journal = journal;
    this.after = Set.of(after);
  }

  /** A plugin on its own. */
  public FakePlugin(String name) {
    this(name, new ArrayList<>());
  }

  /** Offers a route. */
  public FakePlugin with(Route<?, ?> route) {
    routes.add(route);
    return this;
  }

  /** Offers a service. */
  public FakePlugin offering(Object service) {
    services.add(service);
    return this;
  }

  /** Resolves a parameter. */
  public FakePlugin resolving(String parameter, PathParameter resolver) {
    parameters.put(parameter, resolver);
    return this;
  }

  /** Finds something in every revision. */
  public FakePlugin finding(Diagnostic finding) {
    findings.add(finding);
    return this;
  }

  /** Refuses to start. */
  public FakePlugin refusing(Diagnostic reason) {
    reasons.add(reason);
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> after() {
    return after;
  }

  @Override
  public Map<String, Payload> payloads() {
    return Map.of(name, new Payload("txt"));
  }

  @Override
  public List<Diagnostic> check(AppliedRevision revision) {
    return findings;
  }

  @Override
  public Start start(ServingContext context) {
    journal.add("start " + name + " with " + context.services(String.class));
    return reasons.isEmpty() ? new Start.Ready(this) : new Start.Refused(reasons);
  }

  @Override
  public List<Object> services() {
    return services;
  }

  @Override
  public List<Route<?, ?>> routes() {
    return routes;
  }

  @Override
  public Map<String, PathParameter> pathParameters() {
    return parameters;
  }

  @Override
  public void close() {
    journal.add("close " + name);
  }
}
