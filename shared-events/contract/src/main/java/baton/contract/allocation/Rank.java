package baton.contract.allocation;

/** Police ranks, lowest first; STAFF for those without one. */
public enum Rank {
  STAFF,
  CONSTABLE,
  SERGEANT,
  INSPECTOR,
  CHIEF_INSPECTOR,
  SUPERINTENDENT,
  CHIEF_SUPERINTENDENT
}
