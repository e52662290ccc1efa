package baton.contract.allocation;

/** Why a person is not there. */
public enum Absence {
  LEAVE,
  SICKNESS,
  SECONDMENT,
  /** May not act: what he or she has reverts at once (R4). */
  SUSPENDED,
  OTHER
}
