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
  /** A person has seen that it is urgent. */
  URGENT_ACKNOWLEDGED,
  /** A supervisor looks at what is open (R14). */
  SUPERVISOR_REVIEW,
  /** Casework of a listed kind (R15). */
  DORMANT,
  /** The sender asked and is owed an answer (R36). */
  UPSTREAM_ANSWER,
  /** The sender is told unasked. */
  UPSTREAM_PROGRESS,
  /** The provider keeps its content for a year (R17): the first warning. */
  CONTENT_LAPSES_IN_120_DAYS,
  CONTENT_LAPSES_IN_60_DAYS,
  CONTENT_LAPSES_IN_14_DAYS,
  /** What is held is looked at again. */
  HELD_REVIEW,
  /** Organisations disagree whose it is. */
  OWNERSHIP_DISPUTE,
  /** The tie-breaker decides. */
  TIE_BREAK,
  /** risk-service reacts to a receipt. */
  ASSESSMENT_OPENED,
  /** allocation-service reacts to a receipt. */
  CASE_OPENED,
  /** allocation-service reacts to a force being determined. */
  FORCE_NOTED,
  /** risk-service reacts to a force's acceptance. */
  ACCEPTANCE_NOTED
}
