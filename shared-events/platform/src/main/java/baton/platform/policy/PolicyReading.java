package baton.platform.policy;

import baton.contract.EventId;
import baton.contract.escalation.AdoptionEvent;
import baton.journal.reader.LogRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes from a batch of the log what it adopts, before anything of the batch is folded. Source: ADR
 * 0016.
 */
@ApplicationScoped
public class PolicyReading {
  private final PolicyShelf shelf;

  public PolicyReading(PolicyShelf shelf) {
    this.shelf = shelf;
  }

  /**
   * An adoption that counts from a moment on.
   *
   * @param since what was recorded from then on and folded before is to be folded anew
   */
  public record Adoption(EventId event, Instant since) {}

  /** What of it makes a difference to deadlines. Called first in the batch's transaction. */
  public List<Adoption> read(List<LogRecord> records, Connection transaction) {
    PolicyTable table = PolicyTable.on(transaction);
    List<LogRecord> adoptions =
        records.stream().filter(each -> each.event().event() instanceof AdoptionEvent).toList();
    if (adoptions.isEmpty()) {
      table.lockToFold();
      return List.of();
    }
    table.lockToAdopt();
    var changes = new ArrayList<Adoption>();
    for (LogRecord each : adoptions) {
      shelf
          .book(transaction)
          .changedBy(each.event())
          .ifPresent(since -> changes.add(new Adoption(each.event().id(), since)));
      table.keep(each);
    }
    return changes;
  }
}
