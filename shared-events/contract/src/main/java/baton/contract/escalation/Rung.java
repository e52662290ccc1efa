package baton.contract.escalation;

/** Who is told of what nobody deals with, from the bottom up (R13). */
public enum Rung {
  CUSTODIAN,
  SERGEANT,
  INSPECTOR,
  HEAD_OF_UNIT,
  CHIEF_OFFICER
}
