package baton.escalation.notices;

import baton.contract.EventId;
import baton.escalation.system.SystemFindings;
import baton.escalation.system.SystemKind;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An address that takes nothing for long is wrong with the system: nobody would know. */
@ApplicationScoped
class Undeliverable {
  /** So long a notice that was sent or given up can be looked up. This project's choice. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final Transactions transactions;
  private final NoticesConfig config;
  private final BusinessClock clock;

  Undeliverable(Transactions transactions, NoticesConfig config, BusinessClock clock) {
    this.transactions = transactions;
    this.config = config;
    this.clock = clock;
  }

  /** Finds and ends, and forgets what is long over. */
  void keep() {
    transactions.inTransaction(
        () -> {
          keep(transactions.connection());
          return null;
        });
  }

  private void keep(Connection tx) {
    Outbox outbox = Outbox.on(tx);
    List<Outbox.Undelivered> all = outbox.undelivered(config.undeliveredAfter());
    Set<String> addresses =
        all.stream().map(Outbox.Undelivered::address).collect(Collectors.toSet());
    SystemFindings findings = SystemFindings.on(tx);
    for (var known : findings.list(SystemKind.NOTICES_UNDELIVERED))
      if (known.endedAt() == null && !addresses.contains(known.about()))
        findings.ended(
            SystemKind.NOTICES_UNDELIVERED, known.about(), known.foundBy(), clock.instant());
    for (var each : all)
      findings.found(
          SystemKind.NOTICES_UNDELIVERED,
          each.address(),
          new EventId(each.notice()),
          clock.instant(),
          "%s %s has taken no notice for more than %s, the last time because %s"
              .formatted(
                  each.channel(), each.address(), config.undeliveredAfter(), each.failure()));
    outbox.forget(KEPT);
  }
}
