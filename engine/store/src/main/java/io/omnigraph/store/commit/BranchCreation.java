package io.omnigraph.store.commit;

/** What became of the creation of a branch. */
public enum BranchCreation {

  /** It is there. */
  CREATED,

  /** There is another branch of the name. */
  TAKEN,

  /** A cleanup came between; nothing is there, and it can be tried on the new head. */
  OVERTAKEN
}
