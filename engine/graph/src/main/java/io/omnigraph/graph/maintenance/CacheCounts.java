package io.omnigraph.graph.maintenance;

/**
 * What the caches of an engine hold, and how often they were of use since it was made.
 *
 * @param budgetBytes that they may hold together
 * @param usedBytes that they hold, roughly
 * @param hits how often something was there that was asked for
 * @param misses how often it had to be read or made
 * @param evictions how much went to make room for others
 */
public record CacheCounts(
    long budgetBytes, long usedBytes, long hits, long misses, long evictions) {}
