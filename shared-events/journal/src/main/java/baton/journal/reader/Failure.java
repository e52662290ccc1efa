package baton.journal.reader;

import baton.journal.seal.KeyringUnavailable;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Which failures pass by themselves. These are retried without end and never park a referral:
 * connection, lock, serialization, concurrency and resource errors say nothing about the record.
 * Everything else counts as the record's own once it has been seen again with the record alone.
 */
public final class Failure {
  /** Whole classes of SQLState: the first two characters. */
  private static final Set<String> PASSING_CLASSES =
      Set.of(
          "08", // connection
          "40", // serialization, deadlock
          "53", // resources: disk, memory, connections
          "57", // operator intervention: shutdown, cancelled, statement_timeout
          "58", // system error outside PostgreSQL
          "XX"); // PostgreSQL itself is ill

  private static final Set<String> PASSING_STATES =
      Set.of(
          "55P03", // lock_not_available
          "25P03", // idle_in_transaction_session_timeout
          "25P04"); // transaction_timeout

  private static final List<Class<? extends Throwable>> PASSING =
      List.of(
          ConcurrencyException.class,
          KeyringUnavailable.class,
          LockAcquisitionFailedException.class,
          ReleasedMeanwhile.class,
          RetriableException.class,
          SocketException.class,
          SocketTimeoutException.class,
          TimeoutException.class);

  private Failure() {}

  /** Whether it would go away with time, for whatever reason in the chain of causes. */
  public static boolean passes(Throwable failure) {
    return chain(failure).stream().anyMatch(Failure::passesItself);
  }

  /** Whether the thread was asked to stop: neither a failure of the record nor one that passes. */
  static boolean interrupts(Throwable failure) {
    return chain(failure).stream()
        .anyMatch(
            cause ->
                cause instanceof InterruptedException
                    || cause instanceof InterruptException
                    || cause instanceof InterruptedIOException
                        && !(cause instanceof SocketTimeoutException));
  }

  /**
   * One line that names the failure and the place in Baton's code. Messages are left out: they may
   * quote what a person wrote.
   */
  public static String line(Throwable failure) {
    List<Throwable> chain = chain(failure);
    String names = chain.stream().map(Failure::name).distinct().collect(Collectors.joining(" < "));
    return where(chain).map(place -> names + " at " + place).orElse(names);
  }

  private static boolean passesItself(Throwable cause) {
    if (cause instanceof SQLException sql) return passes(sql.getSQLState());
    return PASSING.stream().anyMatch(type -> type.isInstance(cause));
  }

  /** A failure without a state comes from the driver or the pool: the database never saw it. */
  private static boolean passes(String state) {
    return state == null
        || PASSING_STATES.contains(state)
        || PASSING_CLASSES.contains(state.substring(0, Math.min(2, state.length())));
  }

  private static String name(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    return cause instanceof SQLException sql && sql.getSQLState() != null
        ? name + " " + sql.getSQLState()
        : name;
  }

  /** The innermost place in Baton's own code, which is where to look. */
  private static Optional<String> where(List<Throwable> chain) {
    for (Throwable cause : chain.reversed())
      for (StackTraceElement frame : cause.getStackTrace())
        if (frame.getClassName().startsWith("baton."))
          return Optional.of(
              "%s.%s:%d"
                  .formatted(frame.getClassName(), frame.getMethodName(), frame.getLineNumber()));
    return Optional.empty();
  }

  private static List<Throwable> chain(Throwable failure) {
    var chain = new ArrayList<Throwable>();
    for (Throwable cause = failure;
        cause != null && !chain.contains(cause);
        cause = cause.getCause()) chain.add(cause);
    return chain;
  }
}
