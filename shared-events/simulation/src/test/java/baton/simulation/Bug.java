package baton.simulation;

/** Mistakes that the simulation must find, each made in a simulated port. */
public enum Bug {
  NONE,
  /** The cursor is stored where the reading is, not before the first event that is held. */
  CURSOR_PAST_A_HELD_EVENT,
  /** The relay reads whatever is committed, also above the oldest running transaction. */
  RELAY_READS_PAST_THE_HORIZON,
  /** What was sent counts as acknowledged. */
  CURSOR_BEFORE_THE_RECORDS,
  /** A failed record is forgotten and the next ones are sent. */
  PRODUCER_GOES_ON_AFTER_AN_ERROR,
  /** A new session begins where the last one had read to. */
  RESTART_FROM_MEMORY,
  /** The sample's transaction id is taken before its time is read. */
  WATERMARK_SAMPLED_AFTER_THE_ID,
  /** An append reads the clock before it takes its transaction id. */
  CLOCK_READ_BEFORE_THE_ID,
  /** A repeat is {@code seq < last}, not {@code seq <= last}: the last event would come again. */
  POSITION_ONE_TOO_LOW,
  /** The checkpoint is written, whoever has read on meanwhile. */
  CHECKPOINT_WITHOUT_FENCE,
  /** The checkpoint stays where the work is rolled back. */
  CHECKPOINT_OUTSIDE_THE_TRANSACTION,
  /** How far the streams are is not kept with what was applied. */
  STREAM_POSITIONS_NOT_KEPT,
  /** A parked referral's later events are applied. */
  PARKED_STORY_OVERTAKEN,
  /** A watermark counts at once, before the log is read to the end that was seen after it. */
  JUDGED_BEFORE_THE_END_WAS_READ,
  /** A deadline is judged by the clock alone. */
  HORIZON_IGNORED
}
