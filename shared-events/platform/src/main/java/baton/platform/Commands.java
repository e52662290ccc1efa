package baton.platform;

import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.decision.Command;
import baton.decision.Decision;
import baton.decision.Refusal;
import baton.journal.clock.BusinessClock;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;

/**
 * Sends commands to aggregates, with the caller's name on them. What a decider refuses is thrown as
 * a {@link RefusedException}, which undoes the transaction and becomes a problem at the edge.
 */
@ApplicationScoped
public class Commands {
  private final AxonJournal journal;
  private final Transactions transactions;
  private final Attempts attempts;
  private final Idempotency idempotency;
  private final BusinessClock clock;
  private final BatonConfig config;
  private final Caller caller;
  private final ReadOnly readOnly;

  public Commands(
      AxonJournal journal,
      Transactions transactions,
      Attempts attempts,
      Idempotency idempotency,
      BusinessClock clock,
      BatonConfig config,
      Caller caller,
      ReadOnly readOnly) {
    this.journal = journal;
    this.transactions = transactions;
    this.attempts = attempts;
    this.idempotency = idempotency;
    this.clock = clock;
    this.config = config;
    this.caller = caller;
    this.readOnly = readOnly;
  }

  /** For a request: in a transaction of its own, or in the one that is bound. */
  public Executed send(Command command) {
    return send(command, ofCaller());
  }

  /**
   * As {@link #send}, once for each {@code Idempotency-Key}.
   *
   * @param body of the request, or null: the same key with another one is refused
   */
  public Executed sendOnce(Object body, Command command) {
    return idempotency.once(caller.idempotencyKey(), body, () -> send(command));
  }

  /** For what a force's system says of itself: no person has done it, and none is named. */
  public Executed sendAsForceSystem(Command command) {
    return send(command, CallerAttributes.ofForceSystem(caller, caller.traceparent()));
  }

  /**
   * As {@link #sendAsForceSystem}, for what needs nothing of its stream. The stream is not read,
   * however long it is; whoever writes to it waits for the one before.
   *
   * @param kind Axon's name for the kind of stream, chosen by hand
   * @param decided asked once nobody else writes to the stream
   */
  public Executed recordAsForceSystem(String kind, String stream, Supplier<Decision> decided) {
    readOnly.requireOriginal();
    Map<String, Object> attributes = CallerAttributes.ofForceSystem(caller, caller.traceparent());
    return attempts.inTransaction(
        () -> {
          Sql.on(transactions.connection(), "the end of a stream")
              .list("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> null, stream);
          int before = transactions.appended().size();
          switch (decided.get()) {
            case Decision.Accepted accepted ->
                journal.eventStore().publish(behind(kind, stream, accepted.events(), attributes));
            case Decision.NothingToDo _ -> {}
            case Decision.Refused refused -> throw new RefusedException(refused.refusal());
          }
          var all = transactions.appended();
          return Executed.of(
              new ArrayList<>(all.subList(before, all.size())), null, clock.instant());
        });
  }

  /**
   * For what the service itself says once, in a stream that holds nothing else: where that is
   * there, nothing is recorded. In the bound transaction.
   *
   * @param kind Axon's name for the kind of stream, chosen by hand
   */
  public void recordOnceAsSystem(String kind, String stream, BatonEvent event) {
    readOnly.requireOriginal();
    if (journal.eventStore().lastSequenceNumberFor(stream).isPresent()) return;
    journal
        .eventStore()
        .publish(
            new GenericDomainEventMessage<>(
                kind, stream, 0, event, CallerAttributes.of(config.service())));
  }

  /** At the places behind the end of the stream. */
  private List<DomainEventMessage<?>> behind(
      String kind,
      String stream,
      List<? extends BatonEvent> events,
      Map<String, Object> attributes) {
    long next = journal.eventStore().lastSequenceNumberFor(stream).map(last -> last + 1).orElse(0L);
    var messages = new ArrayList<DomainEventMessage<?>>();
    for (BatonEvent event : events)
      messages.add(new GenericDomainEventMessage<>(kind, stream, next++, event, attributes));
    return messages;
  }

  /** For a service that acts by itself, at a time and not at an event. */
  public Executed sendAsSystem(Command command) {
    return send(command, CallerAttributes.of(config.service()));
  }

  /** For the reader: in its batch's transaction and unit of work; the service itself acts. */
  public Decision react(Recorded<? extends BatonEvent> cause, Command command) {
    return decide(command, CallerAttributes.of(cause, config.service()));
  }

  /**
   * For a request that sends many commands: one transaction and one unit of work, so that all their
   * events are one append. {@link Together#send} answers at once; what was appended is known when
   * the whole returns.
   */
  public <T> T together(Work<T> work) {
    Map<String, Object> attributes = ofCaller();
    return attempts.of(
        () -> journal.inBatch(() -> work.with(command -> decide(command, attributes))));
  }

  /** Sends a command within {@link #together}. */
  @FunctionalInterface
  public interface Together {
    Decision send(Command command);
  }

  /** What is done {@link #together}. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Together commands) throws Exception;
  }

  private Executed send(Command command, Map<String, Object> attributes) {
    return attempts.inTransaction(
        () -> {
          int before = transactions.appended().size();
          decide(command, attributes);
          var all = transactions.appended();
          return Executed.of(
              new ArrayList<>(all.subList(before, all.size())), referral(command), clock.instant());
        });
  }

  private Decision decide(Command command, Map<String, Object> attributes) {
    readOnly.requireOriginal();
    try {
      Decision decision =
          journal.gateway().sendAndWait(asCommandMessage(command).withMetaData(attributes));
      if (decision instanceof Decision.Refused refused)
        throw new RefusedException(refused.refusal());
      return decision;
    } catch (AggregateNotFoundException unknown) {
      throw new RefusedException(
          Refusal.notReadYet(
              "not-read-yet",
              "this service knows nothing of " + command.stream() + ", or not yet; try again"));
    }
  }

  private Map<String, Object> ofCaller() {
    return CallerAttributes.of(caller, caller.traceparent());
  }

  private static ReferralId referral(Command command) {
    try {
      return ReferralId.of(command.stream());
    } catch (IllegalArgumentException otherStream) {
      return null;
    }
  }
}
