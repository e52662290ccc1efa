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
import baton.platform.DatabaseFailed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Packages and what is in them, kept in the append's own transaction. */
@ApplicationScoped
public class BatchTable implements AppendListener {

  private record Member(BatchId batch, ReferralId referral) {}

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    try {
      for (var recorded : events) {
        switch (recorded.event()) {
          case BatchOpened opened -> opened(opened, recorded.recordedTime(), transaction);
          case BatchReceived received -> received(received, recorded.recordedTime(), transaction);
          default -> {}
        }
      }
      members(
          events.stream().map(r -> member(r.event())).filter(m -> m != null).toList(), transaction);
    } catch (SQLException e) {
      throw new DatabaseFailed("the batch could not be kept", e);
    }
  }

  private static Member member(BatonEvent event) {
    Member member =
        switch (event) {
          case ReferralReceived e -> new Member(e.batch(), e.referral());
          case ReceiptRepeated e -> new Member(e.batch(), e.referral());
          case ReferralAmended e -> new Member(e.batch(), e.referral());
          default -> null;
        };
    return member == null || member.batch() == null ? null : member;
  }

  private static void opened(BatchOpened opened, Instant at, Connection transaction)
      throws SQLException {
    try (var insert =
        transaction.prepareStatement(
            "insert into batch (batch, agency, name, opened_at) values (?, ?, ?, ?)")) {
      insert.setObject(1, opened.batch().value());
      insert.setString(2, opened.agency().value());
      insert.setString(3, opened.name());
      insert.setObject(4, at.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  private static void received(BatchReceived received, Instant at, Connection transaction)
      throws SQLException {
    try (var update =
        transaction.prepareStatement("update batch set received_at = ? where batch = ?")) {
      update.setObject(1, at.atOffset(ZoneOffset.UTC));
      update.setObject(2, received.batch().value());
      update.executeUpdate();
    }
  }

  private static void members(List<Member> members, Connection transaction) throws SQLException {
    if (members.isEmpty()) return;
    try (var insert =
        transaction.prepareStatement(
            "insert into batch_member (batch, referral) values (?, ?) on conflict do nothing")) {
      for (Member member : members) {
        insert.setObject(1, member.batch().value());
        insert.setObject(2, member.referral().value());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
