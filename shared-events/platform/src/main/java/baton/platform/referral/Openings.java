package baton.platform.referral;

import baton.contract.Actor;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.access.OpenedPart;
import baton.contract.access.PersonalDataOpened;
import baton.journal.envelope.Attributes;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import baton.platform.Attempts;
import baton.platform.BatonConfig;
import baton.platform.Caller;
import baton.platform.Role;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * Puts on record who opened what: events in the service's own store, published to {@code
 * baton.access} like any other. They change nothing of the referral.
 */
@ApplicationScoped
public class Openings {
  /** Axon's name for the kind of stream, chosen by hand. */
  private static final String AGGREGATE = "Opening";

  /** In one order for everybody; takes no transaction id. */
  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtextextended(stream, 0))
      from unnest(?::text[]) as wanted (stream)
      """;

  private final AxonJournal journal;
  private final Attempts attempts;
  private final Transactions transactions;
  private final BatonConfig config;

  public Openings(
      AxonJournal journal, Attempts attempts, Transactions transactions, BatonConfig config) {
    this.journal = journal;
    this.attempts = attempts;
    this.transactions = transactions;
    this.config = config;
  }

  /**
   * Who is shown it.
   *
   * @param person null where an organisation's own system asks in nobody's name
   * @param throughSystem a force's system asks on that person's behalf
   * @param deliveredTo where it is sent without being asked for, or null
   */
  public record Reader(
      OrganisationCode organisation, PersonId person, boolean throughSystem, String deliveredTo) {
    public static Reader of(Caller caller) {
      PersonId person = caller.person().orElse(null);
      boolean throughSystem = person != null && caller.is(Role.FORCE_SYSTEM);
      return new Reader(caller.organisation(), person, throughSystem, null);
    }

    /** Nobody asks now: an organisation's own system is sent what it subscribed to. */
    public static Reader subscribed(OrganisationCode organisation, String deliveredTo) {
      return new Reader(organisation, null, false, deliveredTo);
    }
  }

  /**
   * One box that was opened.
   *
   * @param sealedBy the event whose box it is
   */
  public record Opened(ReferralId referral, OpenedPart part, EventId sealedBy) {}

  /** All of them or none, in a transaction of its own or the one that is bound. */
  public void record(Reader reader, List<Opened> all) {
    if (all.isEmpty()) return;
    attempts.inTransaction(
        () -> {
          oneAtATime(all);
          journal.eventStore().publish(messages(reader, all));
          return null;
        });
  }

  /** Whoever opens the same waits for the other's record instead of losing the place to it. */
  private void oneAtATime(List<Opened> all) {
    List<String> streams =
        all.stream()
            .map(one -> PersonalDataOpened.stream(one.referral()))
            .distinct()
            .sorted()
            .toList();
    Sql.on(transactions.connection(), "who opened what").list(LOCK, row -> null, streams);
  }

  private List<DomainEventMessage<?>> messages(Reader reader, List<Opened> all) {
    var next = new HashMap<String, Long>();
    var messages = new ArrayList<DomainEventMessage<?>>();
    for (Opened one : all) {
      String stream = PersonalDataOpened.stream(one.referral());
      long place = next.computeIfAbsent(stream, this::next);
      next.put(stream, place + 1);
      messages.add(
          new GenericDomainEventMessage<>(
              AGGREGATE, stream, place, event(reader, one), attributes(reader)));
    }
    return messages;
  }

  private long next(String stream) {
    return journal.eventStore().lastSequenceNumberFor(stream).map(last -> last + 1).orElse(0L);
  }

  private PersonalDataOpened event(Reader reader, Opened one) {
    return new PersonalDataOpened(
        one.referral(),
        config.service(),
        one.part(),
        one.sealedBy(),
        reader.organisation(),
        reader.person(),
        reader.throughSystem(),
        reader.deliveredTo());
  }

  private static Map<String, String> attributes(Reader reader) {
    Actor actor =
        reader.person() == null
            ? Actor.agency(reader.organisation())
            : Actor.person(reader.person());
    return Map.of(
        Attributes.ACTOR, actor.toString(),
        Attributes.ORGANISATION, reader.organisation().toString());
  }
}
