package io.omnigraph.api;

import java.util.Optional;

/** The grammar of the names of actors, as tokens and policies give them. */
public final class ActorNames {

  private ActorNames() {}

  /** What is wrong with a name; empty when it may name an actor. */
  public static Optional<String> problem(String name) {
    if (name.isBlank()) {
      return Optional.of("must not be blank");
    }
    if (!name.equals(name.strip())) {
      return Optional.of("must not have blanks around it, found `" + name + "`");
    }
    return name.codePoints().anyMatch(Character::isISOControl)
        ? Optional.of("must not have control characters in it")
        : Optional.empty();
  }
}
