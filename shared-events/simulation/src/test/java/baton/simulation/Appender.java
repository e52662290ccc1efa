package baton.simulation;

import baton.contract.Actor;
import baton.contract.EventId;
import baton.contract.EventTypes;
import baton.contract.MovesCustody;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralEvent;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.Times;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Appends as the journal's own appender does, in its order: the transaction's id, then the clock,
 * then the lock of the referral's clock, then the rows. That one is SQL from end to end and has
 * tests on a real database; here it is told again.
 */
final class Appender {
  private static final EventCodec CODEC = new EventCodec();

  private final World world;
  private final Service service;

  Appender(World world, Service service) {
    this.world = world;
    this.service = service;
  }

  void append(Transaction tx, List<Draft> drafts) throws SQLException {
    if (drafts.isEmpty()) return;
    Instant early = world.bug() == Bug.CLOCK_READ_BEFORE_THE_ID ? service.now() : null;
    tx.statement("takes an id");
    tx.xid();
    tx.statement("reads the clock");
    Instant now = early == null ? service.now() : early;
    var keys = new TreeSet<String>();
    drafts.forEach(draft -> keys.add(key(draft)));
    for (String key : keys) tx.lock("clock of " + key);
    var streams = new TreeSet<String>();
    drafts.forEach(draft -> streams.add(draft.stream()));
    for (String stream : streams) tx.lock("tail of " + stream);
    tx.statement("inserts");
    var taken = new ArrayList<Row>();
    for (Draft draft : drafts) {
      refuseIfTaken(draft, taken);
      Row row = row(tx, draft, tx.earliest(key(draft), now));
      taken.add(row);
      tx.add(row);
    }
  }

  private void refuseIfTaken(Draft draft, List<Row> taken) throws SQLException {
    long own = taken.stream().filter(row -> row.stream().equals(draft.stream())).count();
    if (draft.sequence() != service.store().next(draft.stream()) + own)
      throw new SQLException("another writer was first in " + draft.stream(), "40001");
  }

  private Row row(Transaction tx, Draft draft, Instant recorded) {
    var id = new EventId(world.newId());
    var event =
        new Recorded<>(
            id,
            service.source(),
            draft.stream(),
            draft.referral(),
            draft.sequence(),
            recorded,
            recorded,
            Actor.system(service.name()),
            OrganisationCode.BATON,
            draft.causation() == null ? null : draft.causation().toString(),
            null,
            draft.event());
    String time = Times.text(recorded);
    var envelope =
        new Envelope(
            id.toString(),
            service.source(),
            EventTypes.nameOf(draft.event().getClass()),
            draft.stream(),
            draft.event() instanceof ReferralEvent ? draft.referral().toString() : null,
            draft.sequence(),
            time,
            time,
            event.actor().toString(),
            OrganisationCode.BATON.value(),
            event.causationId(),
            null,
            Envelope.DEFAULT_MARKING,
            draft.event() instanceof MovesCustody,
            null,
            CODEC.data(draft.event()));
    return new Row(tx.place(), envelope, envelope.bytes(), event);
  }

  private static String key(Draft draft) {
    return draft.referral() == null ? "register" : draft.referral().toString();
  }

  static UUID uuid(long high, long low) {
    return new UUID(0x0199_aa00_0000_7000L | (high & 0xfff), 0x8000_0000_0000_0000L | low);
  }
}
