package baton.simulation;

import baton.contract.ReferralId;
import baton.custody.Clock;
import baton.custody.Custody;
import baton.custody.Finding;
import baton.custody.Findings;
import baton.journal.envelope.Envelope;
import baton.journal.reader.ReaderRig;
import baton.journal.relay.Hearing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What must come true once nothing fails any more: all that was put off is done. */
final class Peace {
  private static final int ROUNDS_MAX = 400;
  private static final int TURN = 12;

  private final World world;
  private final Instant from;

  Peace(World world) {
    this.world = world;
    this.from = world.time().now();
  }

  /** Everybody works in turn until there is nothing left to do. */
  void restore() {
    String missing = "nothing was tried";
    for (int round = 0; round < ROUNDS_MAX; round++) {
      world.processes().startAll();
      while (world.log().hasLate()) world.log().arrives(new Call(0));
      if (round % 10 == 0) Trouble.cure(world);
      for (Actor actor : world.processes().alive())
        for (int i = 0; i < TURN && !actor.ended(); i++) world.resume(actor, 0);
      world.time().pass(60_000);
      missing = missing();
      if (missing == null) {
        mustBeTheFoldOfTheLog();
        return;
      }
    }
    throw new Violation("when faults stop, everything comes to its end", missing);
  }

  /** The first thing that has not come true yet, or null. */
  private String missing() {
    for (Service service : world.services()) {
      for (Row row : service.store().rows().values())
        if (!world.invariants().stories().isPublished(row)) return row.name() + " is not published";
      if (!service.relayTables().isEmpty()) return service.name() + "'s relay holds parked events";
      for (String topic : ReaderRig.TOPICS)
        for (TopicPartition each : world.log().partitions(topic))
          if (service.kept().checkpoint(each) < world.log().end(each))
            return service.name() + " has not read all of " + each;
      if (!service.kept().holdsNothing()) return service.name() + " holds what it did not apply";
    }
    String unheard = unheard();
    return unheard == null ? unraised() : unheard;
  }

  private String unheard() {
    var hearing = new Hearing();
    hearing.hear(world.log());
    Instant wanted = from.plus(Duration.ofSeconds(1));
    for (Service service : world.services()) {
      Instant watermark = hearing.watermark(service.source());
      if (watermark == null || watermark.isBefore(wanted))
        return service.name() + "'s watermark stands at " + watermark;
    }
    return null;
  }

  private String unraised() {
    for (ReferralId referral : world.invariants().stories().referrals()) {
      Custody truth = world.invariants().stories().fold(referral);
      for (Clock clock : truth.clocks().all()) {
        var cause =
            new Finding.Cause(
                referral, Findings.kindOf(clock.name()), clock.name(), clock.startedBy());
        boolean expired = clock.running() ? clock.due().isBefore(from) : !clock.endedInTime();
        if (expired && !watcher().raised().isConfirmed(cause))
          return clock.name() + " of " + referral + " is not raised";
      }
    }
    return null;
  }

  private Service watcher() {
    return world.service("/escalation-service");
  }

  /** Board = sweep. */
  private void mustBeTheFoldOfTheLog() {
    Map<ReferralId, Custody> swept = new HashMap<>();
    for (TopicPartition partition : world.referralPartitions())
      for (Log.Entry entry : world.log().read(partition)) {
        var event = Sweep.decode(Envelope.parse(entry.value()));
        Custody known = swept.getOrDefault(event.referral(), Custody.none(event.referral()));
        swept.put(event.referral(), Custody.evolve(known, event, Deadlines.SHORT));
      }
    swept.forEach(
        (referral, custody) -> {
          Custody shown = watcher().board().get(referral);
          if (!custody.equals(shown))
            throw new Violation("board and sweep agree", shown + " is not " + custody);
        });
  }
}
