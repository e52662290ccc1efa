package baton.escalation.replay;

import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.access.PersonalDataOpened;
import baton.escalation.replay.model.Reckoning;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.UnreadableEvent;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who has opened a referral's personal data, from the archived log of accesses (R40). */
@ApplicationScoped
public class Openings {
  /** Those that show personal data to anybody. */
  private static final Set<String> WRITERS =
      Set.of("/intake-service", "/risk-service", "/allocation-service");

  private static final String OF_REFERRAL =
      """
      select value from archived_event where source = any (?) and subject = ?
      order by recorded_time, source, sequence
      """;

  private final Transactions transactions;
  private final EventCodec codec = new EventCodec();

  public Openings(Transactions transactions) {
    this.transactions = transactions;
  }

  /** One opening, as it was recorded. */
  public record Opening(Recorded<?> recorded, PersonalDataOpened what) {}

  /** Up to a moment, in the order in which they were recorded. */
  public List<Opening> of(ReferralId referral, Instant asAt, Reckoning by) {
    List<byte[]> archived =
        transactions.inTransaction(
            () ->
                Sql.on(transactions.connection(), "who opened what")
                    .list(
                        OF_REFERRAL,
                        row -> row.getBytes(1),
                        WRITERS,
                        PersonalDataOpened.stream(referral)));
    var openings = new ArrayList<Opening>();
    for (byte[] value : archived) {
      try {
        var recorded = codec.decode(Envelope.parse(value));
        if (recorded.event() instanceof PersonalDataOpened opened
            && opened.referral().equals(referral)
            && by.countsBy(recorded, asAt)) openings.add(new Opening(recorded, opened));
      } catch (UnreadableEvent parked) {
        // The reader has parked it and says so.
      }
    }
    return openings;
  }
}
