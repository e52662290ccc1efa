package baton.contract.allocation;

/** Why custody went back to who was named beforehand (R4). */
public enum RevertReason {
  LEFT,
  SUSPENDED,
  LONG_ABSENCE
}
