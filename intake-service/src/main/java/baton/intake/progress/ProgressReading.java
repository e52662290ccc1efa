package baton.intake.progress;

import baton.contract.FreeText;
import baton.contract.ReferralId;
import baton.contract.access.OpenedPart;
import baton.intake.progress.ProgressTable.Row;
import baton.journal.store.Transactions;
import baton.platform.referral.ReferralReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens what was asked and told, which was written to be read by the other side. */
@ApplicationScoped
public class ProgressReading {
  private final ProgressTable table;
  private final Transactions transactions;
  private final ReferralReading reading;

  public ProgressReading(ProgressTable table, Transactions transactions, ReferralReading reading) {
    this.table = table;
    this.transactions = transactions;
    this.reading = reading;
  }

  public Progress of(ReferralId referral) {
    List<Row> rows =
        transactions.inTransaction(() -> table.of(referral, transactions.connection()));
    var requests = new ArrayList<Progress.Request>();
    var reports = new ArrayList<Progress.Report>();
    for (Row row : rows) {
      Optional<FreeText> opened =
          row.text() == null
              ? Optional.empty()
              : reading.open(
                  referral, OpenedPart.PROGRESS, row.text(), row.event(), FreeText.class);
      String text = opened.map(FreeText::text).orElse(null);
      Boolean unreadable = row.text() != null && opened.isEmpty() ? true : null;
      if (row.reported())
        reports.add(
            new Progress.Report(row.request(), row.organisation(), row.at(), text, unreadable));
      else requests.add(new Progress.Request(row.request(), row.at(), text, unreadable));
    }
    return new Progress(requests, reports);
  }
}
