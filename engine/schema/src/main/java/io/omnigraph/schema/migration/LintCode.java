package io.omnigraph.schema.migration;

import java.util.Arrays;
import java.util.Optional;

/**
 * The codes of changes that data may stand against (docs/reference/schema-language.md §15). The
 * meaning of a code never changes; of those listed, only some are given today.
 */
public enum LintCode {
  GRAPH_TYPE_DROPPED("OG-DS-101", Tier.DESTRUCTIVE),
  NODE_TYPE_DROPPED("OG-DS-102", Tier.DESTRUCTIVE),
  EDGE_TYPE_DROPPED("OG-DS-103", Tier.DESTRUCTIVE),
  PROPERTY_DROPPED("OG-DS-104", Tier.DESTRUCTIVE),
  VECTOR_DROPPED("OG-DS-105", Tier.DESTRUCTIVE),
  REQUIRED_PROPERTY_ADDED("OG-MF-103", Tier.VALIDATED),
  NULLABILITY_TIGHTENED("OG-MF-104", Tier.VALIDATED),
  PROPERTY_TYPE_CHANGED("OG-MF-106", Tier.DESTRUCTIVE),
  CONSTRAINT_BROKEN("OG-MF-107", Tier.VALIDATED),
  BRANCH_LEFT_BEHIND("OG-NL-101", Tier.VALIDATED);

  /** What a change asks for before it may be made. */
  public enum Tier {
    /** Existing rows would have to be looked at. */
    VALIDATED("validated"),
    /** Somebody would have to agree to the loss of data. */
    DESTRUCTIVE("destructive");

    private final String word;

    Tier(String word) {
      this.word = word;
    }

    /** The word in messages. */
    public String word() {
      return word;
    }
  }

  private final String code;
  private final Tier tier;

  LintCode(String code, Tier tier) {
    this.code = code;
    this.tier = tier;
  }

  /** The code, such as {@code OG-MF-103}. */
  public String code() {
    return code;
  }

  /** What the change asks for. */
  public Tier tier() {
    return tier;
  }

  /** The code that is written so; empty for an unknown one. */
  public static Optional<LintCode> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
