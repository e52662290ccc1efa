package baton.escalation.system;

/** What can be wrong with the system itself; listed like escalations, without a referral. */
public enum SystemKind {
  /** A writer is not heard. */
  BLIND,
  /** A service's own store and the log tell two stories. */
  STORE_DIFFERS,
  /** The register tells one story in two ways. */
  REGISTER_DIVERGED,
  /** The log is not what it was when it was first read. */
  LOG_ALTERED,
  /** An event of the register waits for one before it that the log does not give. */
  REGISTER_GAP,
  /** An address outside takes no notices. */
  NOTICES_UNDELIVERED,
  /** A force's webhook is sent nothing more: it took nothing for days, or is gone. */
  WEBHOOK_DISABLED,
  /** Mail to a force's duty mailbox was taken by no server for days and is not tried again. */
  DUTY_MAIL_GIVEN_UP,
  /** A sweep of the log found another state than the board has. */
  BOARD_DIFFERS
}
