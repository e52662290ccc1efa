package baton.contract;

/**
 * How soon it must be acted on: the NCA's triage priority and the force's risk grade share this
 * scale. No grade is exempt from a clock (R9).
 */
public enum Grade {
  LOW,
  MEDIUM,
  HIGH,
  VERY_HIGH
}
