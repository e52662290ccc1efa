package baton.contract.escalation;

/** The running clocks of a referral. Source: design section 5. */
public enum ClockName {
  ASSESSOR_NAMED,
  TRIAGE,
  /** Person, address and force are found out. */
  DEVELOP,
  DISSEMINATE,
  FORCE_ACCEPTS,
  NAMED_OFFICER_ACCEPTS,
  GRADE,
  ENFORCEMENT_ACTION,
  /** risk-service reacts to a receipt. */
  ASSESSMENT_OPENED,
  /** allocation-service reacts to a receipt. */
  CASE_OPENED,
  /** allocation-service reacts to a force being determined. */
  FORCE_NOTED,
  /** risk-service reacts to a force's acceptance. */
  ACCEPTANCE_NOTED
}
