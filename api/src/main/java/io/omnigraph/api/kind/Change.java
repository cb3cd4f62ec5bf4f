package io.omnigraph.api.kind;

import io.omnigraph.api.Address;

/** One difference between what is declared and what is recorded. */
public sealed interface Change {

  /** The resource. */
  Address address();

  /** What happens to it. */
  Operation operation();

  /** The resource is declared but not recorded. */
  record Create(Declared desired) implements Change {

    @Override
    public Address address() {
      return desired.address();
    }

    @Override
    public Operation operation() {
      return Operation.CREATE;
    }
  }

  /**
   * The resource is declared and recorded, and differs.
   *
   * @param difference never {@link Difference#NONE}
   */
  record Update(Declared desired, Recorded recorded, Difference difference) implements Change {

    @Override
    public Address address() {
      return desired.address();
    }

    @Override
    public Operation operation() {
      return Operation.UPDATE;
    }
  }

  /** The resource is recorded but no longer declared. */
  record Delete(Address address, Recorded recorded) implements Change {

    @Override
    public Operation operation() {
      return Operation.DELETE;
    }
  }
}
