/** What plans look like. */
@org.jspecify.annotations.NullMarked
package io.omnigraph.execute.explain;
