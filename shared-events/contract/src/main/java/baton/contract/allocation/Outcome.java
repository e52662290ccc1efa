package baton.contract.allocation;

/** How a referral ends (R37). Passing on is none of them: the other force has to accept first. */
public enum Outcome {
  ARRESTED,
  CHARGED,
  ALREADY_IN_HAND,
  DUPLICATE,
  NO_FURTHER_ACTION,
  SUSPECT_DECEASED,
  NOT_IN_THE_PUBLIC_INTEREST,
  /** Ended at the NCA. */
  NOT_UNITED_KINGDOM,
  /** Ended at the NCA: an agency abroad has it. */
  PASSED_ABROAD
}
