package baton.contract.allocation;

/**
 * What was done. Each clock stops only on its own kinds, never on a note (R12; contracts,
 * "Actions").
 */
public enum ActionKind {
  WARRANT_EXECUTED(Effect.ENFORCEMENT),
  ARREST(Effect.ENFORCEMENT),
  VOLUNTARY_ATTENDANCE(Effect.ENFORCEMENT),
  SAFEGUARDING_VISIT(Effect.SAFEGUARDING),
  CHILD_PROTECTED(Effect.SAFEGUARDING),
  ENQUIRY(Effect.CASEWORK),
  WARRANT_SOUGHT(Effect.CASEWORK),
  DEVICES_SEIZED(Effect.CASEWORK);

  /** Which clock an action stops: the enforcement clock, the safeguarding clock, or neither. */
  public enum Effect {
    ENFORCEMENT,
    SAFEGUARDING,
    CASEWORK
  }

  private final Effect effect;

  ActionKind(Effect effect) {
    this.effect = effect;
  }

  public Effect effect() {
    return effect;
  }
}
