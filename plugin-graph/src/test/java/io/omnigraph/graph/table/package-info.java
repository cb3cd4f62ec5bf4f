@org.jspecify.annotations.NullMarked
package io.omnigraph.graph.table;
