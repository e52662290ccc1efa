package baton.policy;

import baton.contract.Grade;

/** Which column of the timescales applies: the grade in force, or urgent, which comes before it. */
public enum Urgency {
  URGENT,
  VERY_HIGH,
  HIGH,
  MEDIUM,
  LOW;

  public static Urgency of(Grade grade) {
    return switch (grade) {
      case VERY_HIGH -> VERY_HIGH;
      case HIGH -> HIGH;
      case MEDIUM -> MEDIUM;
      case LOW -> LOW;
    };
  }
}
