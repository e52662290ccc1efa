package baton.journal.reader;

import java.util.List;

/**
 * What a service does with what it reads. Called inside the batch's transaction and its root unit
 * of work: commands sent by the gateway and statements on the bound connection commit together with
 * the checkpoint, or not at all.
 *
 * <p>It must touch only aggregates of its record's referral. Sending commands before writing keeps
 * the transaction id young, which the relays' horizon depends on.
 */
@FunctionalInterface
public interface LogHandler {
  /**
   * Applies events, each exactly once and in the order of its stream; {@link LogRecord#event} is
   * never null. The same record comes again when its batch was rolled back. An exception that
   * {@link Failure} does not count as passing parks the record's referral.
   */
  void handle(List<LogRecord> records);

  /**
   * Everything that was read, in log order and before it is judged: repeats, unreadable bytes and
   * what is about to wait as well. For whoever keeps an archive; each record exactly once. Called
   * among the batch's writes, after {@link #handle}.
   */
  default void received(List<LogRecord> records) {}

  /**
   * Whole stories, of each every event that was applied so far, in log order: one of them was
   * skipped at its time, because the version of then did not know its type, and has just been given
   * to {@link #handle}, late. For whoever folds stories: what was folded without it is to be folded
   * anew. Called in one transaction with {@link #handle}.
   */
  default void retold(List<LogRecord> stories) {}
}
