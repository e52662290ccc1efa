package baton.contract.allocation;

/** Why a dispute about whose it is went to the tie-breaker (R3). */
public enum TieBreakReason {
  SECOND_REFUSAL,
  DISPUTE_TOO_LONG
}
