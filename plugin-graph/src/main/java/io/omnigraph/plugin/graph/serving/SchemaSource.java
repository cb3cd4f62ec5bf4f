package io.omnigraph.plugin.graph.serving;

/** The accepted schema of a graph, verbatim. */
public record SchemaSource(String schemaSource) {}
