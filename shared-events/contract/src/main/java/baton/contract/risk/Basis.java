package baton.contract.risk;

/** How the force came to be known. */
public enum Basis {
  /** The referral itself names it. */
  NAMED_BY_SENDER,
  /** An assessor found it out; the sealed text says how. */
  ASSESSED
}
