package io.omnigraph.io.embed;

import io.omnigraph.ground.Quantity;

/**
 * What was done.
 *
 * @param rows lines that are not blank
 * @param selectedRows nodes that passed the filters, whether anything is made for their type or not
 * @param cleanedRows nodes that had a vector which is removed
 */
public record EmbedReport(
    String input,
    String output,
    long rows,
    long selectedRows,
    long embeddedRows,
    long cleanedRows,
    String mode,
    int dimension,
    String model) {

  /** The report in one line. */
  public String line() {
    return "embedded %s (selected %d, cleaned %d) from %s -> %s [%s %dd]"
        .formatted(
            Quantity.of(embeddedRows, "row"),
            selectedRows,
            cleanedRows,
            input,
            output,
            mode,
            dimension);
  }
}
