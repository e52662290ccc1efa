package baton.simulation;

/** Mistakes that the simulation must find, each made in a simulated port, by what they break. */
public enum Bug {
  NONE(null),
  /** The cursor is stored where the reading is, not before the first event that is held. */
  CURSOR_PAST_A_HELD_EVENT("the cursor never passes an unpublished event"),
  /** The relay reads whatever is committed, also above the oldest running transaction. */
  RELAY_READS_PAST_THE_HORIZON("the cursor never passes an unpublished event"),
  /** What was sent counts as acknowledged. */
  CURSOR_BEFORE_THE_RECORDS("the cursor never passes an unpublished event"),
  /** A failed record is forgotten and the next ones are sent. */
  PRODUCER_GOES_ON_AFTER_AN_ERROR("the log has each stream in order"),
  /** A new session begins where the last one had read to. */
  RESTART_FROM_MEMORY("the cursor never passes an unpublished event"),
  /** The sample's transaction id is taken before its time is read. */
  WATERMARK_SAMPLED_AFTER_THE_ID("never green while blind"),
  /** An append reads the clock before it takes its transaction id. */
  CLOCK_READ_BEFORE_THE_ID("never green while blind"),
  /** A repeat is {@code seq < last}, not {@code seq <= last}: the last event would come again. */
  POSITION_ONE_TOO_LOW("each event is applied exactly once, in the order of its stream"),
  /** The checkpoint is written, whoever has read on meanwhile. */
  CHECKPOINT_WITHOUT_FENCE("the checkpoint has one writer at a time"),
  /** The checkpoint stays where the work is rolled back. */
  CHECKPOINT_OUTSIDE_THE_TRANSACTION("the checkpoint never passes an unapplied record"),
  /** How far the streams are is not kept with what was applied. */
  STREAM_POSITIONS_NOT_KEPT("each event is applied exactly once, in the order of its stream"),
  /** A parked referral's later events are applied. */
  PARKED_STORY_OVERTAKEN("what follows a parked event waits"),
  /** A watermark counts at once, before the log is read to the end that was seen after it. */
  JUDGED_BEFORE_THE_END_WAS_READ("never green while blind"),
  /** A deadline is judged by the clock alone. */
  HORIZON_IGNORED("a deadline is raised only if truly due"),
  /** What is still uncommitted is read and sent; some of it is rolled back. */
  RELAY_READS_WHAT_IS_NOT_COMMITTED("only what is committed is published"),
  /** With each event after the first the board forgets who has it. */
  HOLDER_LOST_WITH_THE_NEXT_EVENT("exactly one has it"),
  /** Of the referrals of one batch only the first is kept on the board. */
  BOARD_KEEPS_ONE_OF_A_BATCH("board and sweep agree"),
  /** The keeper looks at the time and raises nothing. */
  KEEPER_RAISES_NOTHING("when faults stop, everything comes to its end");

  private final String promise;

  Bug(String promise) {
    this.promise = promise;
  }

  /** Which promise it breaks; others may go down with it. */
  String promise() {
    return promise;
  }
}
