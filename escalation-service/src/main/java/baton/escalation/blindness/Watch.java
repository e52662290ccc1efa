package baton.escalation.blindness;

import baton.escalation.blindness.BlindnessRows.Blind;
import baton.escalation.blindness.model.WatchCommand.DeclareBlindness;
import baton.escalation.blindness.model.WatchCommand.EndBlindness;
import baton.escalation.platform.EscalationConfig;
import baton.horizon.Writer;
import baton.journal.relay.Heartbeat;
import baton.journal.relay.Heartbeats;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Watches whether the writers are heard. Silence is measured in system time, whatever the business
 * clock does. Source: contracts, "A silent service".
 */
@ApplicationScoped
public class Watch {
  /** Every service that writes to the log, this one included. */
  public static final List<String> WRITERS =
      List.of("/intake-service", "/risk-service", "/allocation-service", "/escalation-service");

  private final Heartbeats heartbeats;
  private final Transactions transactions;
  private final Commands commands;
  private final Duration silenceMax;
  private final InstantSource system = InstantSource.system();
  private final Instant started = system.instant();

  public Watch(
      Heartbeats heartbeats,
      Transactions transactions,
      Commands commands,
      EscalationConfig config) {
    this.heartbeats = heartbeats;
    this.transactions = transactions;
    this.commands = commands;
    this.silenceMax = config.silenceMax();
  }

  /** Puts on record who fell silent and who is heard again, and says how the writers stand. */
  public List<Writer> keep() {
    Set<String> blind =
        transactions.inTransaction(() -> BlindnessRows.open(transactions.connection())).stream()
            .map(Blind::writer)
            .collect(Collectors.toSet());
    Instant now = system.instant();
    return WRITERS.stream().map(writer -> keep(writer, blind.contains(writer), now)).toList();
  }

  private Writer keep(String source, boolean blind, Instant now) {
    Optional<Heartbeat> last = heartbeats.of(source);
    Instant watermark = last.map(Heartbeat::watermark).orElse(null);
    boolean heard = last.filter(beat -> !overdue(beat.at(), now)).isPresent();
    if (blind && heard) {
      commands.sendAsSystem(new EndBlindness(source, watermark));
      return new Writer(source, watermark, false);
    }
    // After a restart a heartbeat may be on its way: who was not heard yet counts from the start.
    if (!blind && !heard && overdue(started, now)) {
      commands.sendAsSystem(new DeclareBlindness(source, watermark));
      return new Writer(source, watermark, true);
    }
    return new Writer(source, watermark, blind);
  }

  private boolean overdue(Instant since, Instant now) {
    return since.plus(silenceMax).isBefore(now);
  }
}
