package io.omnigraph.plugin.query.output;

/**
 * How tables are laid out.
 *
 * @param maxColumnWidth in code points
 * @param layout of cells that are longer
 */
public record TableStyle(int maxColumnWidth, CellLayout layout) {

  /** What becomes of a cell that is longer than its column is wide. */
  public enum CellLayout {
    TRUNCATE,
    WRAP
  }

  /** Columns of up to 80 code points; longer cells are cut off. */
  public static TableStyle usual() {
    return new TableStyle(80, CellLayout.TRUNCATE);
  }
}
