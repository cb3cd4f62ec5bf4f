package io.omnigraph.execute.result;

/**
 * A limit that a query ran into.
 *
 * @param resource what there was too little of, such as {@code traversal_work}
 * @param limit how much of it there is
 * @param actual how much had been used when the query was ended
 */
public record ResourceLimit(String resource, long limit, long actual) {}
