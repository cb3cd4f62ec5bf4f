package io.omnigraph.graph.snapshot;

/** The nodes of a type. */
public non-sealed interface NodeTable extends Table {}
