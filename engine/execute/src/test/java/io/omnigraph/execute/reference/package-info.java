/** Compares runs of reads with a naive evaluator, on random graphs and queries. */
@org.jspecify.annotations.NullMarked
package io.omnigraph.execute.reference;
