package baton.escalation.escalations;

import baton.contract.EventId;
import baton.escalation.blindness.BlindnessRows;
import baton.escalation.blindness.BlindnessRows.Silence;
import baton.escalation.system.SystemFindings;
import baton.escalation.system.SystemKind;
import baton.journal.store.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;

/** What is wrong with the system itself, in the form of escalations. */
@ApplicationScoped
class SystemList {
  private final Transactions transactions;

  SystemList(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * The oldest first.
   *
   * @param open true for those whose cause stands, false for the others, null for both
   */
  List<EscalationView> list(SystemKind kind, Boolean open) {
    return transactions.inTransaction(() -> all(kind, transactions.connection())).stream()
        .filter(view -> open == null || open == (view.resolvedAt() == null))
        .toList();
  }

  private static List<EscalationView> all(SystemKind kind, Connection connection) {
    return kind == SystemKind.BLIND
        ? BlindnessRows.all(connection).stream().map(SystemList::view).toList()
        : SystemFindings.on(connection).list(kind).stream().map(SystemList::view).toList();
  }

  private static EscalationView view(Silence silence) {
    String known =
        silence.watermark() == null
            ? "nothing of it is known"
            : "its events are known up to " + silence.watermark();
    String sentence =
        silence.endedAt() == null
            ? silence.writer().substring(1)
                + " is silent since "
                + silence.since()
                + "; "
                + known
                + "; what falls due is raised unconfirmed until it is heard again."
            : silence.writer().substring(1)
                + " was silent from "
                + silence.since()
                + " until "
                + silence.endedAt()
                + ".";
    return view(
        SystemKind.BLIND, silence.writer(), silence.since(), sentence, silence.endedAt(), null);
  }

  private static EscalationView view(SystemFindings.Row row) {
    String sentence =
        switch (row.kind()) {
          case STORE_DIFFERS ->
              row.about()
                  + ": "
                  + row.detail()
                  + "; an audit that finds no difference resolves it.";
          case LOG_ALTERED ->
              row.about()
                  + ": "
                  + row.detail()
                  + "; a comparison that finds it as it was resolves it.";
          case REGISTER_GAP ->
              "On the register " + row.detail() + "; the missing event resolves it.";
          case NOTICES_UNDELIVERED ->
              "The " + row.detail() + "; a notice that it takes resolves it.";
          case WEBHOOK_DISABLED ->
              "For the force to mend: " + row.detail() + "; enabling or removing it resolves it.";
          case DUTY_MAIL_GIVEN_UP ->
              "For the operator to mend: " + row.detail() + "; a mail that it takes resolves it.";
          case BOARD_DIFFERS ->
              "On the board " + row.detail() + "; a sweep that finds no difference resolves it.";
          default -> "For a person to settle: " + row.detail() + "; nothing resolves it.";
        };
    return view(row.kind(), row.about(), row.foundAt(), sentence, row.endedAt(), row.endedBy());
  }

  private static EscalationView view(
      SystemKind kind,
      String about,
      Instant since,
      String sentence,
      Instant endedAt,
      EventId endedBy) {
    return new EscalationView(
        null,
        null,
        kind.name(),
        null,
        about,
        null,
        null,
        null,
        since,
        sentence,
        true,
        null,
        null,
        endedAt,
        endedBy,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
