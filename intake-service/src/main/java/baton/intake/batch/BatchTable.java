package baton.intake.batch;

import baton.contract.BatchId;
import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.intake.BatchOpened;
import baton.contract.intake.BatchReceived;
import baton.contract.intake.ReceiptRepeated;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralReceived;
import baton.journal.store.AppendListener;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;

/** Packages and what is in them, kept in the append's own transaction. */
@ApplicationScoped
public class BatchTable implements AppendListener {

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    var sql = Sql.on(transaction, "the batch");
    for (var recorded : events) {
      switch (recorded.event()) {
        case BatchOpened e ->
            sql.update(
                "insert into batch (batch, agency, name, opened_at) values (?, ?, ?, ?)",
                e.batch(),
                e.agency(),
                e.name(),
                recorded.recordedTime());
        case BatchReceived e ->
            sql.update(
                "update batch set received_at = ? where batch = ?",
                recorded.recordedTime(),
                e.batch());
        default -> {}
      }
    }
    sql.updateAll(
        "insert into batch_member (batch, referral) values (?, ?) on conflict do nothing",
        events.stream().flatMap(recorded -> member(recorded.event())).toList());
  }

  private static Stream<Object[]> member(BatonEvent event) {
    return switch (event) {
      case ReferralReceived e -> member(e.batch(), e.referral());
      case ReceiptRepeated e -> member(e.batch(), e.referral());
      case ReferralAmended e -> member(e.batch(), e.referral());
      default -> Stream.empty();
    };
  }

  private static Stream<Object[]> member(BatchId batch, ReferralId referral) {
    return batch == null ? Stream.empty() : Stream.<Object[]>of(new Object[] {batch, referral});
  }
}
