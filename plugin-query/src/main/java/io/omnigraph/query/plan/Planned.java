package io.omnigraph.query.plan;

/**
 * A step in a plan.
 *
 * @param number of the step among all of the plan, those of inner blocks included, from 0
 * @param rows that are guessed to come out of it
 */
public record Planned(int number, Step step, double rows) {}
