package baton.contract.risk;

/** How a referral goes no further than the NCA; each takes two persons. */
public enum AssessmentEnd {
  /** Nobody can act on it yet: it stays open and is looked at again. */
  HELD,
  NOT_UNITED_KINGDOM,
  /** An agency abroad has it. */
  PASSED_ABROAD,
  /** It repeats another referral. */
  DUPLICATE
}
