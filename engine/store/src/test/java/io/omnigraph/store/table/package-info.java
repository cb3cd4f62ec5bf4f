@org.jspecify.annotations.NullMarked
package io.omnigraph.store.table;
