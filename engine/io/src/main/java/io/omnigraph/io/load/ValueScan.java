package io.omnigraph.io.load;

/** Finds the end of a JSON value byte by byte, without looking at what it says. */
final class ValueScan {

  /** How a byte stands to the value. */
  enum Step {
    /** It belongs to the value, and is not its last one. */
    INSIDE,
    /** It is the last one of the value. */
    LAST,
    /** It comes after the value. */
    BEHIND
  }

  private int depth;
  private boolean isText;
  private boolean isEscaped;

  /** Takes the next byte. */
  Step step(byte b) {
    if (isText) {
      return inText(b);
    }
    return switch (b) {
      case '"' -> {
        isText = true;
        yield Step.INSIDE;
      }
      case '{', '[' -> {
        depth++;
        yield Step.INSIDE;
      }
      case '}', ']' -> --depth <= 0 ? Step.LAST : Step.INSIDE;
      case ' ', '\t', '\r', '\n' -> depth == 0 ? Step.BEHIND : Step.INSIDE;
      default -> Step.INSIDE;
    };
  }

  private Step inText(byte b) {
    if (isEscaped) {
      isEscaped = false;
    } else if (b == '\\') {
      isEscaped = true;
    } else if (b == '"') {
      isText = false;
      return depth == 0 ? Step.LAST : Step.INSIDE;
    }
    return Step.INSIDE;
  }
}
