package baton.contract.allocation;

/** The three hand-offs of a referral. */
public enum HandOff {
  /** From the desk to an assessor. */
  ASSESSOR,
  /** From the NCA to a force. */
  FORCE,
  /** From whoever accepted at the force to a named officer. */
  OFFICER
}
