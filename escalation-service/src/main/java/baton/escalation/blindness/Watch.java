package baton.escalation.blindness;

import baton.escalation.blindness.BlindnessRows.Blind;
import baton.escalation.blindness.HeardWriters.Known;
import baton.escalation.blindness.model.WatchCommand.DeclareBlindness;
import baton.escalation.blindness.model.WatchCommand.EndBlindness;
import baton.escalation.platform.EscalationConfig;
import baton.horizon.Writer;
import baton.journal.relay.Heartbeats;
import baton.journal.relay.Heartbeats.Heard;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Watches whether the writers are heard, by any instance of this service. Silence is measured in
 * system time, whatever the business clock does. Source: contracts, "A silent service".
 */
@ApplicationScoped
public class Watch {
  /** Every service that writes to the log, this one included. */
  public static final List<String> WRITERS =
      List.of("/intake-service", "/risk-service", "/allocation-service", "/escalation-service");

  private static final Duration SHARED_EVERY = Duration.ofSeconds(1);

  /** By so much may another instance know more for no other reason than the way it takes. */
  private static final Duration DEAF = Duration.ofSeconds(5);

  private final Heartbeats heartbeats;
  private final Transactions transactions;
  private final Commands commands;
  private final Duration silenceMax;
  private final InstantSource system;
  private final Instant started;
  private Instant shared = Instant.EPOCH;

  @Inject
  Watch(
      Heartbeats heartbeats,
      Transactions transactions,
      Commands commands,
      EscalationConfig config) {
    this(heartbeats, transactions, commands, config, InstantSource.system());
  }

  Watch(
      Heartbeats heartbeats,
      Transactions transactions,
      Commands commands,
      EscalationConfig config,
      InstantSource system) {
    this.system = system;
    this.started = system.instant();
    this.heartbeats = heartbeats;
    this.transactions = transactions;
    this.commands = commands;
    this.silenceMax = config.silenceMax();
  }

  /** Puts on record who fell silent and who is heard again, and says how the writers stand. */
  public List<Writer> keep() {
    Instant now = system.instant();
    shareHeard(now);
    View view = transactions.inTransaction(() -> view(now));
    return WRITERS.stream().map(writer -> keep(writer, view, now)).toList();
  }

  /** The writers that this instance has not heard for too long, or never. */
  public List<String> unheard() {
    Instant now = system.instant();
    return WRITERS.stream().filter(w -> heartbeats.silent(w, now, silenceMax)).toList();
  }

  /** What the instances together know. */
  private record View(Map<String, Known> heard, Set<String> blind) {}

  private View view(Instant now) {
    Connection connection = transactions.connection();
    Set<String> blind =
        BlindnessRows.open(connection).stream().map(Blind::writer).collect(Collectors.toSet());
    return new View(HeardWriters.read(now, connection), blind);
  }

  private void shareHeard(Instant now) {
    if (now.isBefore(shared.plus(SHARED_EVERY)) && !now.isBefore(shared)) return;
    shared = now;
    var heard = new HashMap<String, Heard>();
    for (String writer : WRITERS)
      heartbeats.last(writer).ifPresent(last -> heard.put(writer, last));
    transactions.inTransaction(
        () -> {
          HeardWriters.keep(heard, now, transactions.connection());
          return null;
        });
  }

  private Writer keep(String source, View view, Instant now) {
    boolean blind = view.blind().contains(source);
    Known known = known(source, view.heard());
    Instant watermark = known == null ? null : known.watermark();
    boolean heard = known != null && !overdue(known.at(), now);
    if (blind && heard) {
      commands.sendAsSystem(new EndBlindness(source, watermark));
      return new Writer(source, watermark, false);
    }
    // After a start a heartbeat may be on its way: silence counts from the start at the earliest.
    if (!blind && !heard && overdue(started, now)) {
      commands.sendAsSystem(new DeclareBlindness(source, watermark));
      return new Writer(source, watermark, true);
    }
    return new Writer(source, watermark, blind);
  }

  /** What this instance has heard; what others have, where it is deaf. */
  private Known known(String source, Map<String, Known> elsewhere) {
    Heard here = heartbeats.last(source).orElse(null);
    Known there = elsewhere.get(source);
    if (here == null || there != null && there.at().isAfter(here.at().plus(DEAF))) return there;
    return new Known(here.at(), here.watermark());
  }

  private boolean overdue(Instant since, Instant now) {
    return since.plus(silenceMax).isBefore(now);
  }
}
