package baton.allocation.caseload;

import java.util.List;

/** Where a case is, and what can be asked for: a stage, or every stage but the last. */
public enum Stage {
  /** With the NCA, offered to no force. */
  RECEIVED,
  /** With the NCA, offered to a force. */
  DISSEMINATED,
  /** A force has it, no officer of it yet. */
  WITH_FORCE,
  WITH_OFFICER,
  /** Two said that it is not theirs: who was named for them decides (R3). */
  WITH_TIE_BREAKER,
  CONCLUDED,
  /** All of them that are not concluded. */
  OPEN;

  List<Stage> stages() {
    return this == OPEN
        ? List.of(RECEIVED, DISSEMINATED, WITH_FORCE, WITH_OFFICER, WITH_TIE_BREAKER)
        : List.of(this);
  }
}
