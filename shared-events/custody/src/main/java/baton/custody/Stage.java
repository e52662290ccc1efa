package baton.custody;

/** How far a referral has come, in the order in which it usually comes. */
public enum Stage {
  RECEIVED,
  IN_ASSESSMENT,
  /** Offered to a force that has not answered: whoever sent it still has it. */
  DISSEMINATED,
  WITH_FORCE,
  WITH_OFFICER,
  CONCLUDED
}
