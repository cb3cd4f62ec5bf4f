package io.omnigraph.graph.snapshot;

import io.omnigraph.graph.text.WordIndex;
import java.util.BitSet;

/**
 * The words of some rows of a table that follow each other.
 *
 * @param start the first of the rows; those of the index are numbered from there
 * @param words of all the rows, dead ones included
 * @param dead those of the rows that are dead, numbered as in the index; never changed
 */
public record WordPart(int start, WordIndex words, BitSet dead) {}
