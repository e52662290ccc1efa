package baton.allocation.feed;

import baton.contract.LogTopic;
import baton.journal.reader.LogRecord;
import baton.journal.reader.ReadAgain;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import baton.platform.wiring.BeforeReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what this service read before it kept feeds: the log from its beginning to where it was
 * read, with the policy that the register holds, before anything new is read. Each part is one
 * transaction with its place, so what is interrupted goes on, and two instances share the work.
 */
@ApplicationScoped
public class Retelling implements BeforeReading {
  private static final Logger LOG = LoggerFactory.getLogger(Retelling.class);

  private final Feeder feeder;
  private final Transactions transactions;

  public Retelling(Feeder feeder, Transactions transactions) {
    this.feeder = feeder;
    this.transactions = transactions;
  }

  /**
   * @param next the first offset that was not told yet
   * @param late whether feeds had begun without it
   */
  private record Stretch(int partition, long next, long upTo, boolean late) {}

  @Override
  public void run(ReadAgain log, BooleanSupplier stopping) {
    List<Stretch> left = left();
    if (left.isEmpty()) return;
    LOG.info("What was read before there were feeds is told now: {}", left);
    log.read(LogTopic.REGISTER.topic())
        .forEach(
            (partition, end) ->
                log.read(
                    LogTopic.REGISTER.topic(),
                    partition,
                    0,
                    end,
                    (records, _) -> adopt(records),
                    stopping));
    for (Stretch stretch : left) tell(stretch, log, stopping);
    if (!stopping.getAsBoolean()) LOG.info("All that was read before there were feeds is told");
  }

  private List<Stretch> left() {
    return transactions.inTransaction(
        () ->
            sql()
                .list(
                    "select * from feed_retelling where next < up_to order by partition",
                    row ->
                        new Stretch(
                            row.getInt("partition"),
                            row.getLong("next"),
                            row.getLong("up_to"),
                            row.getBoolean("late"))));
  }

  private void adopt(List<LogRecord> records) {
    transactions.inTransaction(
        () -> {
          feeder.adopt(records);
          return null;
        });
  }

  private void tell(Stretch stretch, ReadAgain log, BooleanSupplier stopping) {
    log.read(
        LogTopic.REFERRALS.topic(),
        stretch.partition(),
        stretch.next(),
        stretch.upTo(),
        (records, next) -> tell(stretch, records, next),
        stopping);
  }

  /** What another instance told meanwhile is told already. */
  private void tell(Stretch stretch, List<LogRecord> records, long next) {
    transactions.inTransaction(
        () -> {
          long at =
              sql()
                  .find(
                      "select next from feed_retelling where partition = ? for update",
                      row -> row.getLong(1),
                      stretch.partition())
                  .orElseThrow();
          List<LogRecord> untold = records.stream().filter(each -> each.offset() >= at).toList();
          feeder.tellBefore(untold, stretch.late());
          sql()
              .update(
                  "update feed_retelling set next = ? where partition = ? and next < ?",
                  next,
                  stretch.partition(),
                  next);
          return null;
        });
  }

  private Sql sql() {
    return Sql.on(transactions.connection(), "what is told again of the feeds");
  }
}
