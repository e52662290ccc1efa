package baton.escalation.sweep;

import static baton.journal.envelope.Topics.REFERRALS;

import baton.contract.EventId;
import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.escalation.sweep.model.Difference;
import baton.escalation.sweep.model.Difference.Event;
import baton.escalation.sweep.model.Differences;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.reader.LogScan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The events that prove differences, with their places on the log. A difference is a defect, so the
 * log is simply read once more for those there are.
 */
final class Proofs {
  private final EventCodec codec = new EventCodec();
  private final Differences differences;
  private final Map<ReferralId, List<Event>> missing = new HashMap<>();
  private final Map<ReferralId, List<Event>> latest = new HashMap<>();

  private Proofs(Differences differences) {
    this.differences = differences;
    for (Difference each : differences.listed()) {
      missing.put(each.referralId(), new ArrayList<>());
      latest.put(each.referralId(), new ArrayList<>());
    }
  }

  /** The differences that are listed, each with its events. */
  static List<Difference> of(
      Differences differences,
      Map<String, Object> kafka,
      Map<TopicPartition, Long> readTo,
      BooleanSupplier cancelled) {
    if (differences.count() == 0) return List.of();
    var proofs = new Proofs(differences);
    LogScan.read(kafka, List.of(REFERRALS), Map.of(), readTo, proofs::look, read -> {}, cancelled);
    return differences.listed().stream().map(proofs::prove).toList();
  }

  private Difference prove(Difference difference) {
    List<Event> notApplied = missing.get(difference.referralId());
    return difference.provedBy(
        notApplied.isEmpty() ? latest.get(difference.referralId()) : notApplied);
  }

  private void look(ConsumerRecord<String, byte[]> record) {
    try {
      ReferralId referral = ReferralId.of(record.key());
      if (latest.containsKey(referral)) look(referral, record);
    } catch (RuntimeException unreadable) {
      // What is no event of that referral proves nothing of it.
    }
  }

  private void look(ReferralId referral, ConsumerRecord<String, byte[]> record) {
    Envelope envelope = Envelope.parse(record.value());
    if (!Custody.isFedBy(codec.decode(envelope).event())) return;
    var event =
        new Event(record.partition(), record.offset(), EventId.of(envelope.id()), envelope.type());
    long applied = differences.applied(referral, envelope.source(), envelope.subject());
    List<Event> notApplied = missing.get(referral);
    if (envelope.streamSequence() > applied && notApplied.size() < Difference.EVENTS_MAX)
      notApplied.add(event);
    List<Event> newest = latest.get(referral);
    newest.add(event);
    if (newest.size() > Difference.EVENTS_MAX) newest.removeFirst();
  }
}
