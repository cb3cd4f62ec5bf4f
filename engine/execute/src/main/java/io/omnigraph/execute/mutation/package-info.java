/**
 * Runs mutations: the statements of one query, in order, in one transaction.
 *
 * <p>The rules of the schema are the graph's to keep; here values get the form that their property
 * has, and statements find the rows that they change.
 */
@NullMarked
package io.omnigraph.execute.mutation;

import org.jspecify.annotations.NullMarked;
